import { expect, test } from "vitest";
import { paths } from "./paths.ts";

test("the addresses of the site do not change by accident", () => {
  const table = Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, (path as (id: string) => string)("id")]),
  );
  expect(table).toMatchInlineSnapshot(`
    {
      "accessibility": "/toegankelijkheid",
      "contact": "/contact",
      "district": "/wijken/id",
      "districts": "/wijken",
      "enterprise": "/ondernemingen/id",
      "enterprises": "/ondernemingen",
      "home": "/",
      "howItWorks": "/hoe-het-werkt",
      "mine": "/mijn",
      "money": "/geld",
      "newProposal": "/voorstellen/nieuw",
      "openData": "/open-gegevens",
      "privacy": "/privacy",
      "proposal": "/voorstellen/id",
      "proposals": "/voorstellen",
      "registerEnterprise": "/ondernemingen/aanmelden",
      "signIn": "/inloggen",
      "staff": "/werk",
      "styleGuide": "/stijl",
      "styleGuideProposal": "/stijl/voorstel",
      "styleGuideSteps": "/stijl/stappen",
    }
  `);
});

test("an id cannot escape from its segment", () => {
  expect(paths.proposal("../geld?x")).toBe("/voorstellen/..%2Fgeld%3Fx");
});
