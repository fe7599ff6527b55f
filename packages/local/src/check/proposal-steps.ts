import { addDays, dateIn } from "@hevel/core";
import { demoMunicipality } from "../seed/municipality.ts";
import { anna, bram, carla, linkIn } from "./people.ts";
import { Deviation, expectSame, type Step } from "./walk.ts";
import type { World } from "./world.ts";

const today = dateIn(new Date());
const inDays = (days: number) => addDays(today, days);

const plan = {
  title: "Buurtkeuken De Pollepel",
  summary: "Elke woensdag koken bewoners voor elkaar in de oude school.",
  what: "Wij koken elke week voor 40 mensen. Wie wil, kookt mee.",
  why: "Veel ouderen eten alleen. Samen eten helpt.",
  themes: ["welfare", "liveability"],
  audience: "Bewoners van de wijk, vooral ouderen",
  districts: [demoMunicipality.districts[0]?.code ?? ""],
  milestones: [
    { id: "m1", title: "Keuken klaar", plannedOn: inDays(30) },
    { id: "m2", title: "Eerste maaltijd", plannedOn: inDays(60) },
  ],
  budgetLines: [
    { id: "b1", category: "equipment", description: "Fornuis en afzuiging", amountCents: 650_000 },
    { id: "b2", category: "material", description: "Borden en pannen", amountCents: 250_000 },
  ],
  ownContributionCents: 100_000,
  ownContribution: "Opbrengst van de rommelmarkt",
  partners: [{ id: "p1", name: "Basisschool De Vuurtoren", sector: "education", contribution: "de ruimte" }],
  helpAsked: "",
};

type Draft = { id: string; revision: number };
type Proposal = { status: string; version: number; standing: unknown };

const pathOf = (world: World) => `/proposals/${world.recall("proposal")}`;

async function expectStatus(world: World, status: string): Promise<void> {
  const proposal = await world.ask<Proposal>("visitor", "GET", pathOf(world));
  expectSame(proposal.status, status, "status in public");
}

/** A proposal from draft to advice. */
const fromDraftToAdvice: readonly Step<World>[] = [
  {
    who: anna.who,
    does: "starts a draft that saves itself; nobody else sees it",
    async run(world) {
      const started = await world.ask<Draft>(anna.who, "POST", `/enterprises/${world.recall("enterprise")}/proposals`, {
        json: { draft: { title: plan.title } },
        expect: 201,
      });
      world.memory.set("proposal", started.id);
      await world.ask("visitor", "GET", pathOf(world), { expect: 404 });
      const path = `${pathOf(world)}/submissions`;
      const { errors } = await world.ask<{ errors: unknown[] }>(anna.who, "POST", path, {
        json: { revision: started.revision },
        expect: 400,
      });
      const saved = await world.ask<Draft>(anna.who, "PUT", `${pathOf(world)}/draft`, {
        json: { draft: plan, revision: started.revision },
      });
      world.memory.set("revision", String(saved.revision));
      return `too early: ${errors.length} fields missing`;
    },
  },
  {
    who: anna.who,
    does: "submits it; the whole board gets a receipt with a copy",
    async run(world) {
      const { answerBy } = await world.ask<{ answerBy: string }>(anna.who, "POST", `${pathOf(world)}/submissions`, {
        json: { revision: Number(world.recall("revision")) },
        expect: 201,
      });
      for (const { email } of [anna, bram]) {
        const { text } = await world.letter(email, "Ontvangen");
        if (!text.includes("Fornuis en afzuiging")) throw new Deviation("The receipt has no copy of the plan.");
      }
      return `answer by ${answerBy}`;
    },
  },
  {
    who: carla.who,
    does: "follows the proposal by confirming an address",
    async run(world) {
      const subject = { kind: "proposal", id: world.recall("proposal") };
      await world.ask(carla.who, "POST", "/follows", { json: { subject, email: carla.email }, expect: 202 });
      const { text } = await world.letter(carla.email, "Bevestig");
      const [id, secret] = linkIn(text, world.origin, "/volgen/bevestigen");
      await world.ask(carla.who, "POST", `/follows/${id}/confirmations`, { json: { secret } });
      return undefined;
    },
  },
  {
    who: anna.who,
    does: "edits it until the review starts; both versions are kept",
    async run(world) {
      const summary = "Elke woensdag koken bewoners voor elkaar in de oude school. Iedereen is welkom.";
      await world.ask(anna.who, "POST", `${pathOf(world)}/edits`, {
        json: { plan: { ...plan, summary } },
        expect: 201,
      });
      const { items } = await world.ask<{ items: unknown[] }>("officer", "GET", `${pathOf(world)}/versions`);
      expectSame(items.length, 2, "number of versions");
      return undefined;
    },
  },
  {
    who: "officer",
    does: "starts the review and asks for completion; the clock stops",
    async run(world) {
      await world.ask("officer", "POST", `${pathOf(world)}/reviews`, { expect: 204 });
      await world.ask(anna.who, "POST", `${pathOf(world)}/edits`, { json: { plan }, expect: 409, code: "wrong-state" });
      const json = { question: "Heeft de school toestemming gegeven?" };
      await world.ask("officer", "POST", `${pathOf(world)}/completion-requests`, { json, expect: 204 });
      await world.letter(anna.email, "Vraag over uw voorstel");
      await expectStatus(world, "completion-asked");
      return undefined;
    },
  },
  {
    who: bram.who,
    does: "completes it; the clock runs again",
    async run(world) {
      const json = { plan: { ...plan, helpAsked: "Hulp bij de vergunning" }, note: "De school doet mee." };
      await world.ask(bram.who, "POST", `${pathOf(world)}/completions`, { json, expect: 201 });
      await expectStatus(world, "in-review");
      return undefined;
    },
  },
  {
    who: "officer",
    does: "gives advice with a public reason",
    async run(world) {
      const advice = { outcome: "award", reason: "Het plan past bij de wijk.", costingCents: 700_000, costingNote: "" };
      await world.ask("officer", "POST", `${pathOf(world)}/advices`, { json: { ...advice, reason: "" }, expect: 400 });
      await world.ask("officer", "POST", `${pathOf(world)}/advices`, { json: advice, expect: 204 });
      return undefined;
    },
  },
];

const decision = (potId: string) => ({
  outcome: "award-in-part",
  reference: "2026-0412",
  legalBasis: "artikel 4 van de Verordening overhevelen Voorbeeldstad",
  motivation: "Het plan brengt ouderen bij elkaar. De kosten van het fornuis kunnen lager.",
  instrument: "subsidy",
  potId,
  amountCents: 700_000,
  startsOn: today,
  endsOn: inDays(300),
  instalments: [
    { id: "t1", amountCents: 400_000, plannedOn: today },
    { id: "t2", amountCents: 300_000, plannedOn: inDays(90) },
  ],
  conditions: ["De keuken wordt gekeurd voor de eerste maaltijd."],
});

/** The council's decision moves budget. */
const decisionSteps: readonly Step<World>[] = [
  {
    who: "finance",
    does: "makes a pot, and the council fills it",
    async run(world) {
      const json = { name: "Wijkbudget 2026", programme: "Sterke wijken", year: Number(today.slice(0, 4)) };
      const { id } = await world.ask<{ id: string }>("finance", "POST", "/pots", { json, once: "pot", expect: 201 });
      world.memory.set("pot", id);
      const filling = { amountCents: 5_000_000, decisionReference: "Raad 2026-11", decidedOn: today };
      const path = `/pots/${id}/appropriations`;
      await world.ask("officer", "POST", path, { json: filling, once: "fill", expect: 403 });
      const order = await world.ask<{ id: string }>("finance", "POST", path, {
        json: filling,
        once: "fill",
        expect: 201,
      });
      const again = await world.ask<{ id: string }>("finance", "POST", path, {
        json: filling,
        once: "fill",
        expect: 201,
      });
      expectSame(again.id, order.id, "booking of the same request");
      const other = { ...filling, amountCents: 1 };
      await world.ask("finance", "POST", path, {
        json: other,
        once: "fill",
        expect: 409,
        code: "idempotency-mismatch",
      });
      const confirmations = `/orders/${order.id}/confirmations`;
      await world.ask("finance", "POST", confirmations, { once: "fill-self", expect: 403 });
      await world.ask("council", "POST", confirmations, { once: "fill-confirm" });
      return undefined;
    },
  },
  {
    who: "officer",
    does: "prepares the decision, which needs another person",
    async run(world) {
      const draft = decision(world.recall("pot"));
      const path = `${pathOf(world)}/decisions`;
      await world.ask("officer", "POST", path, { json: { ...draft, endsOn: inDays(-1) }, expect: 400 });
      const { decisionId } = await world.ask<{ decisionId: string }>("officer", "POST", path, {
        json: draft,
        expect: 201,
      });
      world.memory.set("decision", decisionId);
      await world.ask("officer", "POST", `${path}/${decisionId}/confirmations`, { once: "decide", expect: 403 });
      return undefined;
    },
  },
  {
    who: "council",
    does: "takes the decision; the board gets its letter",
    async run(world) {
      const path = `${pathOf(world)}/decisions/${world.recall("decision")}/confirmations`;
      const taken = await world.ask<{ mandateId: string; objectionUntil: string }>("council", "POST", path, {
        once: "decide",
        expect: 201,
      });
      world.memory.set("mandate", taken.mandateId);
      const { text } = await world.letter(bram.email, "Besluit over");
      if (!text.includes("bezwaar")) throw new Deviation("The letter does not say how to object.");
      await expectStatus(world, "awarded");
      return `objection until ${taken.objectionUntil}`;
    },
  },
];

/** A proposal from draft to award. */
export const proposalSteps: readonly Step<World>[] = [...fromDraftToAdvice, ...decisionSteps];
