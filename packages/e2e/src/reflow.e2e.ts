import { sitePaths } from "@hevel/core";
import { expect } from "vitest";
import { plantLongWords } from "./long-words.ts";
import { addressOf, audienceOf, type Places, patterns } from "./pages.ts";
import type { Person } from "./person.ts";
import { signIn, signInStaff } from "./sign-in.ts";
import { type Stage, test } from "./stage.ts";

/** A member of the board of an enterprise of the demo story that has about everything an enterprise can have. */
const boardMember = "bram@bewoner.example";

/** Asks the API something as this person, and resolves with the answer. */
async function ask<T>(stage: Stage, person: Person, path: string, data?: object): Promise<T> {
  const headers = { origin: stage.origin, accept: "application/json" };
  const answer = await person.context.request.fetch(`${stage.origin}/v1${path}`, {
    headers,
    ...(data === undefined ? {} : { method: "POST", data }),
  });
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  // The API's own types end at the wire; each caller names what it reads.
  return (await answer.json()) as T;
}

type Listed = { readonly items: readonly { readonly id: string }[] };

/** One of everything that has a page, from the demo story. */
async function findPlaces(stage: Stage, bram: Person, fatima: Person): Promise<Places> {
  const { boards } = await ask<{ boards: { enterpriseId: string }[] }>(stage, bram, "/my-page");
  const enterpriseId = boards[0]?.enterpriseId ?? "";
  type Enterprise = { districts: { code: string }[]; mandates: { id: string; proposalId: string }[] };
  const enterprise = await ask<Enterprise>(stage, bram, `/enterprises/${enterpriseId}`);
  const mandateId = enterprise.mandates[0]?.id ?? "";
  type Mandate = { proposalId: string; milestones: { id: string }[] };
  const mandate = await ask<Mandate>(stage, bram, `/mandates/${mandateId}`);
  const expenses = await ask<Listed>(stage, bram, `/mandates/${mandateId}/expenses`);
  const updates = await ask<Listed>(stage, bram, `/proposals/${mandate.proposalId}/updates`);
  const draft = await ask<{ id: string }>(stage, bram, `/enterprises/${enterpriseId}/proposals`, {});
  const journal = await ask<Listed>(stage, bram, "/journal");
  const message = await ask<{ id: string }>(stage, bram, "/formal-messages", {
    kind: "complaint",
    name: "Hanna de Wit",
    address: "Dorpsstraat 1, 0000 AA Voorbeeldstad",
    email: "hanna@wijk.example",
    description: "Het gesprek van maandag",
    words: "Niemand luisterde.",
    attachments: [],
  });
  type Row = { transferId?: string; orderId?: string };
  const { rows } = await ask<{ rows: Row[] }>(stage, fatima, "/work-list");
  return {
    code: "WK999903",
    enterpriseId,
    mandateId,
    proposalId: mandate.proposalId,
    draftId: draft.id,
    milestoneId: mandate.milestones[0]?.id ?? "",
    messageId: message.id,
    updateId: updates.items[0]?.id ?? "",
    expenseId: expenses.items[0]?.id ?? "",
    journalId: journal.items[0]?.id ?? "",
    orderId: rows.find(({ orderId }) => orderId !== undefined)?.orderId ?? "ord_00000000000000000000000000",
    transferId: rows.find(({ transferId }) => transferId !== undefined)?.transferId ?? "",
  };
}

async function open(person: Person, address: string): Promise<void> {
  await person.page.goto(address);
  await person.page.getByRole("heading", { level: 1 }).first().waitFor();
  // The style guide shows what loading looks like.
  if (!address.startsWith("/stijl")) await person.settles();
  const heading = await person.page.getByRole("heading", { level: 1 }).first().textContent();
  // The story has no booking that waits; its page then says so, and has to fit as well.
  if (!/bestaat-niet$|ord_0+$/.test(address)) expect(heading, address).not.toMatch(/bestaat niet$/);
}

test("every address in a letter has a page", () => {
  const inLetters = Object.values(sitePaths).map((make) => new URL((make as () => string)(), "http://x").pathname);
  const matches = (path: string) =>
    patterns.some((pattern) => pattern !== "*" && new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+")}$`).test(path));
  expect(inLetters.filter((path) => !matches(path))).toEqual([]);
});

test("every page fits a small phone, and a desk with letters twice as large, whatever long word people typed", async ({
  stage,
}) => {
  const bram = await stage.person("Bram", boardMember);
  await signIn(stage, bram);
  const fatima = await signInStaff(stage, "finance");
  const places = await findPlaces(stage, bram, fatima);
  const who = { everybody: await stage.person("Bezoeker"), board: bram, staff: fatima };
  for (const person of Object.values(who)) {
    // Pages that are not for this role, or not for now, say so; they have to fit as well.
    person.expectComplaint(/status of 40[34]/);
    await plantLongWords(person);
  }
  const found: string[] = [];
  for (const pattern of patterns) {
    const person = who[audienceOf(pattern)];
    for (const [width, letters] of [
      [320, "100%"],
      [360, "100%"],
      [1_280, "200%"],
    ] as const) {
      await person.page.setViewportSize({ width, height: 900 });
      if (width === 320) await open(person, addressOf(pattern, places));
      await person.page.evaluate(`document.documentElement.style.fontSize = '${letters}'`);
      const sideways = await person.sideways();
      if (sideways !== undefined) found.push(sideways);
    }
    await person.expectOwnIds();
    person.expectNoComplaints();
  }
  expect(found).toEqual([]);
});

test("nothing moves for who asked for less motion", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  for (const path of ["/", "/geld", "/voorstellen"]) {
    await open(visitor, path);
    const longest =
      await visitor.page.evaluate<number>(`Math.max(...[...document.querySelectorAll("*")].flatMap((each) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(each);
      const seconds = (text) => text.split(",").map((part) => parseFloat(part) * (part.includes("ms") ? 0.001 : 1));
      return [...seconds(transitionDuration), ...(animationName === "none" ? [0] : seconds(animationDuration))];
    }))`);
    expect(longest, path).toBeLessThan(0.001);
    expect(await visitor.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")).toBe("auto");
  }
});

test("a proposal prints on one A4, with its address and without the menu", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  const { items } = await ask<{ items: { id: string; status: string }[] }>(stage, visitor, "/proposals");
  const submitted = items.find(({ status }) => status === "submitted") ?? items[0];
  await open(visitor, `/voorstellen/${submitted?.id}`);
  const pdf = (await visitor.page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await visitor.page.emulateMedia({ media: "print" });
  expect(await visitor.page.getByRole("navigation").count()).toBe(0);
  await visitor.page.getByText(`Deze pagina staat op ${visitor.page.url().replace("http://", "")}`).waitFor();
});

test("the money page stays short on a small phone, and its list grows by month when asked", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  await visitor.page.setViewportSize({ width: 320, height: 640 });
  await open(visitor, "/geld");
  const height = () => visitor.page.evaluate<number>("document.documentElement.scrollHeight");
  expect(await height()).toBeLessThan(9_000);
  const lines = visitor.page.getByRole("row").filter({ has: visitor.page.locator("th[scope=row]") });
  const before = await lines.count();
  expect(before).toBe(20);
  expect(await visitor.page.locator("th[scope=rowgroup]").count()).toBeGreaterThan(1);
  await visitor.press("Toon meer");
  await expect.poll(() => lines.count()).toBeGreaterThan(before);
});

test("the contents of a long page lead to every part it names, and focus goes along", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  const { items } = await ask<{ items: { id: string; status: string; enterprise: { id: string } }[] }>(
    stage,
    visitor,
    "/proposals",
  );
  const awarded = items.find(({ status }) => status === "awarded");
  const rejected = items.find(({ status }) => status === "rejected");
  for (const address of [
    "/geld",
    "/wijken/WK999903",
    `/voorstellen/${awarded?.id}`,
    `/voorstellen/${rejected?.id}`,
    `/ondernemingen/${awarded?.enterprise.id}`,
  ]) {
    await open(visitor, address);
    const links = visitor.page.getByRole("navigation", { name: "Op deze pagina" }).getByRole("link");
    expect(await links.count(), address).toBeGreaterThan(2);
    for (const link of await links.all()) {
      const id = (await link.getAttribute("href"))?.slice(1);
      await link.click();
      await expect.poll(() => visitor.page.evaluate("document.activeElement?.id"), { message: address }).toBe(id);
    }
  }
});

test("the money prints whole: all its lines, the day and the municipality, and nothing to choose with", async ({
  stage,
}) => {
  const visitor = await stage.person("Bezoeker");
  await visitor.page.addInitScript("window.print = () => { window.printed = true; }");
  await open(visitor, "/geld?soort=uitgegeven");
  await visitor.press("Druk deze lijst af");
  await expect.poll(() => visitor.page.evaluate("window.printed"), { timeout: 20_000 }).toBe(true);
  await visitor.page.emulateMedia({ media: "print" });
  await visitor.page.getByText("Soort: Uitgegeven").waitFor();
  await visitor.page.getByText(/^Gemeente Voorbeeldstad\. Afgedrukt op \d+ \w+ \d{4}\./).waitFor();
  expect(await visitor.page.getByRole("banner").count()).toBe(0);
  expect(await visitor.page.getByRole("navigation", { name: "Op deze pagina" }).count()).toBe(0);
  expect(await visitor.page.getByRole("combobox").count()).toBe(0);
  expect(await visitor.page.getByRole("button", { name: "Toon meer" }).count()).toBe(0);
});

test("on a phone the way to the act of city hall is in sight from the start, and goes once the act is", async ({
  stage,
}) => {
  const bram = await signInStaff(stage, "council");
  const { rows } = await ask<{ rows: { act: string; proposalId?: string }[] }>(stage, bram, "/work-list");
  const row = rows.find(({ act }) => act === "takeDecision");
  await bram.page.setViewportSize({ width: 360, height: 740 });
  await open(bram, `/werk/voorstellen/${row?.proposalId}`);
  const jump = bram.page.getByRole("link", { name: "Ga naar wat u kunt doen" });
  const box = await jump.boundingBox();
  expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
  await jump.click();
  await jump.waitFor({ state: "hidden" });
  expect(await bram.page.evaluate("document.activeElement?.id")).toBe("doen");
});
