import { expect } from "vitest";
import { chair } from "./set-up.ts";
import { codeIn, test } from "./stage.ts";

test("every page of the site comes with its policy and the other headers that protect a visitor", async ({ stage }) => {
  for (const path of ["/", "/geld", "/inloggen", "/bestaat-niet"]) {
    const { headers } = await fetch(`${stage.origin}${path}`);
    expect(headers.get("content-security-policy"), path).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers.get("content-security-policy"), path).not.toMatch(/unsafe|\*/);
    expect(Object.fromEntries(headers), path).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
    expect(headers.get("permissions-policy"), path).toContain("camera=()");
  }
});

test("every answer of the API protects itself and says its version", async ({ stage }) => {
  for (const path of ["/v1/home", "/v1/session", "/v1/proposals/onzin", "/v1/bestaat-niet"]) {
    const { headers } = await fetch(`${stage.origin}${path}`);
    expect(headers.get("content-security-policy"), path).toMatch(/default-src 'none'/);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("api-version"), path).toMatch(/^1\.\d+\.\d+$/);
  }
});

test("a script that gets into a page does not run, whichever way it came", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  await visitor.visit("/", /./);
  await visitor.page.evaluate(`
    globalThis.ran = [];
    globalThis.refused = [];
    document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) =>
      globalThis.refused.push(effectiveDirective + " " + blockedURI));
    const inline = document.createElement("script");
    inline.textContent = "globalThis.ran.push('inline')";
    const elsewhere = Object.assign(document.createElement("script"), { src: "${stage.mailbox}/script.js" });
    elsewhere.addEventListener("load", () => globalThis.ran.push("elsewhere"));
    document.body.append(inline, elsewhere);
    document.body.insertAdjacentHTML("beforeend", '<button id="knop" onclick="ran.push(7)">x</button>');
    document.getElementById("knop").click();
    document.body.insertAdjacentHTML("beforeend", '<p style="color: red">x</p>');
    // Later, because what the test itself evaluates is not held to the policy.
    setTimeout(() => globalThis.ran.push(eval("'eval'")));
  `);
  await expect
    .poll(() => visitor.page.evaluate("globalThis.refused.sort()"))
    .toEqual([
      "script-src eval",
      "script-src-attr inline",
      `script-src-elem ${stage.mailbox}/script.js`,
      "script-src-elem inline",
      "style-src-attr inline",
    ]);
  expect(await visitor.page.evaluate("globalThis.ran")).toEqual([]);
});

test("what somebody typed is shown as text, also when it looks like a script", async ({ stage }) => {
  const spiteful = `<script>alert(1)</script><img src=x onerror="alert(2)"> &amp; {{7*7}}`;
  const { person: anna, enterprise, board } = await chair(stage, "Anna", spiteful);
  const alerts: string[] = [];
  anna.page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  expect(enterprise).toContain(spiteful);
  // Nobody checked it yet, so only its board sees how its page will look.
  await anna.visit(board.replace("/bestuur", ""), enterprise);
  expect(await anna.page.getByRole("img", { name: "x" }).count()).toBe(0);
  await anna.visit(board, enterprise);
  expect(alerts).toEqual([]);
});

test("a site elsewhere may not show the portal in a frame", async ({ stage }) => {
  const visitor = await stage.person("Bezoeker");
  await visitor.page.route("http://elders.example/", (route) =>
    route.fulfill({ contentType: "text/html", body: `<title>x</title><iframe src="${stage.origin}/"></iframe>` }),
  );
  await visitor.page.goto("http://elders.example/");
  await expect.poll(() => visitor.page.frames().map((frame) => frame.url())).toContain("chrome-error://chromewebdata/");
});

test("a form on a site elsewhere cannot act for somebody who is signed in", async ({ stage }) => {
  const anna = await stage.person("Anna");
  await anna.page.goto(`${stage.origin}/inloggen`);
  await anna.fill("Uw e-mailadres", anna.email);
  await anna.press("Stuur mij een code");
  await anna.sees("Kijk in uw mail");
  await anna.fill("Code van 6 cijfers", codeIn(await stage.letter(anna.email, "Inloggen")));
  await anna.press("Log in", anna.page.getByRole("main"));
  await anna.sees("Mijn Hevel");
  await anna.page.route("http://elders.example/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<title>x</title><form method="post" enctype="text/plain" action="${stage.origin}/v1/enterprises"><button>Win</button></form>`,
    }),
  );
  await anna.page.goto("http://elders.example/");
  const [answer] = await Promise.all([
    anna.page.waitForResponse(`${stage.origin}/v1/enterprises`),
    anna.page.getByRole("button", { name: "Win" }).click(),
  ]);
  expect(answer.status()).toBe(403);
});
