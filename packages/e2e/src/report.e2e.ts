import { expect } from "vitest";
import { signInStaff } from "./sign-in.ts";
import { test } from "./stage.ts";

test("a visitor reports something by keyboard, reads that it was sent, and an officer finds it", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  const { items } = (await (await visitor.context.request.get(`${stage.origin}/v1/enterprises`)).json()) as {
    items: { id: string; name: string }[];
  };
  const [enterprise] = items;
  if (enterprise === undefined) throw new Error("The story has an enterprise.");
  await visitor.visit(`/ondernemingen/${enterprise.id}`, enterprise.name);
  await visitor.follow(/^Meld dit/, visitor.page.getByRole("paragraph").filter({ hasText: `: ${enterprise.name}` }));
  await visitor.arrives("Meld wat hier niet hoort");
  const reason = `Hier staat een telefoonnummer (${process.pid}).`;
  await visitor.fill("Wat is er mis?", reason);
  await visitor.page.getByRole("button", { name: "Verstuur de melding" }).focus();
  await visitor.page.keyboard.press("Enter");
  await visitor.reads("Uw melding is verstuurd");
  expect(await visitor.page.getByText("niet verstuurd").count()).toBe(0);
  await expect.poll(() => visitor.focused()).toBe("h2: Uw melding is verstuurd");
  await visitor.look();

  const noor = await signInStaff(stage, "officer");
  await noor.visit("/werk/meldingen", "Meldingen");
  await noor.reads(reason);
});

test("a link to a part of another page, and of this one, leads the keyboard there too", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  await visitor.visit("/ondernemingen", /./);
  await visitor.page
    .getByRole("link", { name: /^Stel uw vraag/ })
    .first()
    .click();
  await visitor.reads("Stel uw vraag");
  const inPart = "document.activeElement.id === 'vraag' || document.activeElement.closest('#vraag') !== null";
  await expect.poll(() => visitor.page.evaluate(inPart), { message: "focus on the form" }).toBe(true);
  await visitor.page.keyboard.press("Tab");
  expect(await visitor.page.evaluate(inPart)).toBe(true);

  // The link higher on that page itself.
  const { pathname } = new URL(visitor.page.url());
  await visitor.visit("/", /./);
  await visitor.visit(pathname, /./);
  await visitor.page.locator('#wat-wij-doen a[href$="#vraag"]').click();
  await expect.poll(() => visitor.page.evaluate(inPart), { message: "focus on the form" }).toBe(true);
});
