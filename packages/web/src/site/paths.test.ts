import { expect, test } from "vitest";
import { paths } from "./paths.ts";

test("the addresses of the site do not change by accident", () => {
  const table = Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, (path as (...ids: string[]) => string)("id", "id2", "id3")]),
  );
  expect(table).toMatchInlineSnapshot(`
    {
      "about": "/over",
      "acceptInvitation": "/uitnodiging",
      "accessibility": "/toegankelijkheid",
      "answerReceived": "/voorstellen/id/ontvangen?wat=antwoord",
      "answerWithPlan": "/voorstellen/id/bewerken?plan=ja",
      "askEnterprise": "/ondernemingen/id#vraag",
      "board": "/ondernemingen/id/bestuur",
      "boardAccount": "/ondernemingen/id/bestuur/rekening",
      "boardEvaluation": "/ondernemingen/id/bestuur/mandaten/id2/evaluatie",
      "boardExpense": "/ondernemingen/id/bestuur/mandaten/id2/uitgaven/id3",
      "boardMandate": "/ondernemingen/id/bestuur/mandaten/id2",
      "boardMembers": "/ondernemingen/id/bestuur/leden",
      "boardProfile": "/ondernemingen/id/bestuur/gegevens",
      "changeProposal": "/voorstellen/id/bewerken?wijzig=ja",
      "changeReceived": "/voorstellen/id/ontvangen?wat=wijziging",
      "checkMoney": "/geld/controle",
      "confirmEvaluation": "/evaluatie/bevestigen",
      "confirmFollow": "/volgen/bevestigen",
      "confirmSignIn": "/inloggen/bevestigen",
      "contact": "/contact",
      "disavowal": "/ik-ken-dit-niet",
      "district": "/wijken/id",
      "districts": "/wijken",
      "editProposal": "/voorstellen/id/bewerken",
      "enterprise": "/ondernemingen/id",
      "enterpriseRegistered": "/ondernemingen/id/aangemeld",
      "enterprises": "/ondernemingen",
      "evaluate": "/mandaten/id/beoordelen",
      "home": "/",
      "howItWorks": "/hoe-het-werkt",
      "journal": "/geld/id",
      "mine": "/mijn",
      "money": "/geld",
      "morningLetter": "/werk/ochtendbrief",
      "myExpense": "/mijn/bestedingen/id",
      "newExpense": "/ondernemingen/id/bestuur/mandaten/id2/uitgaven/nieuw",
      "newProposal": "/voorstellen/nieuw",
      "openData": "/open-gegevens",
      "postUpdate": "/voorstellen/id/bericht",
      "privacy": "/privacy",
      "proposal": "/voorstellen/id",
      "proposalReceived": "/voorstellen/id/ontvangen",
      "proposalVersions": "/voorstellen/id/versies",
      "proposals": "/voorstellen",
      "reachMilestone": "/ondernemingen/id/bestuur/mandaten/id2/mijlpalen/id3",
      "registerEnterprise": "/ondernemingen/aanmelden",
      "signIn": "/inloggen",
      "staff": "/werk",
      "staffAdmin": "/werk/beheer",
      "staffEnterprise": "/werk/ondernemingen/id",
      "staffEnterprises": "/werk/ondernemingen",
      "staffMandate": "/werk/mandaten/id",
      "staffMoney": "/werk/geld",
      "staffOrder": "/werk/boekingen/id",
      "staffProposal": "/werk/voorstellen/id",
      "staffRegisters": "/werk/lijsten",
      "staffTransfer": "/werk/overhevelingen/id",
      "stopFollow": "/afmelden",
      "styleGuide": "/stijl",
      "styleGuideProposal": "/stijl/voorstel",
      "styleGuideSteps": "/stijl/stappen",
      "takePart": "/meedoen",
      "withdrawProposal": "/voorstellen/id/intrekken",
    }
  `);
});

test("an id cannot escape from its segment", () => {
  expect(paths.proposal("../geld?x")).toBe("/voorstellen/..%2Fgeld%3Fx");
});
