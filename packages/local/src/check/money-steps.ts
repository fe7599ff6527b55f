import { createHash } from "node:crypto";
import { addDays, dateIn } from "@hevel/core";
import { anna, bram, carla } from "./people.ts";
import { Deviation, expectSame, type Step } from "./walk.ts";
import type { World } from "./world.ts";

const today = dateIn(new Date());

type Balances = {
  awardedCents: number;
  committedCents: number;
  paidNotSpentCents: number;
  spentCents: number;
  returnedCents: number;
  refundedCents: number;
};
type Mandate = { status: string; balances: Balances; expenses: unknown[] };

/** A picture of one pixel: the smallest receipt a phone could take. */
const receipt = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const mandatePath = (world: World) => `/mandates/${world.recall("mandate")}`;

/** Where the money of the mandate is, in public; the identity must hold at every moment. */
async function expectBalances(world: World, expected: Partial<Balances>): Promise<string> {
  const { balances } = await world.ask<Mandate>("visitor", "GET", mandatePath(world));
  const { awardedCents, committedCents, paidNotSpentCents, spentCents, returnedCents, refundedCents } = balances;
  expectSame(
    // What is awarded gets less by what flowed back without being paid.
    committedCents + paidNotSpentCents + spentCents + refundedCents,
    awardedCents,
    "sum of where the money is",
  );
  for (const [name, cents] of Object.entries(expected)) expectSame(balances[name as keyof Balances], cents, name);
  return `${committedCents} set apart, ${paidNotSpentCents} in cash, ${spentCents} spent, ${returnedCents} returned`;
}

/** Uploads a receipt as the site does: announce, PUT what was announced, have it judged. */
async function uploadReceipt(world: World): Promise<string> {
  const announcement = {
    purpose: "receipt",
    contentType: "image/png",
    sizeBytes: receipt.length,
    sha256: createHash("sha256").update(receipt).digest("hex"),
    enterpriseId: world.recall("enterprise"),
  };
  const { fileId, url, headers } = await world.ask<{ fileId: string; url: string; headers: Record<string, string> }>(
    bram.who,
    "POST",
    "/files",
    { json: announcement, expect: 201 },
  );
  const put = await fetch(url, { method: "PUT", headers, body: receipt });
  expectSame(put.status, 200, "status of the upload");
  await world.ask(bram.who, "POST", `/files/${fileId}/uploads`);
  return fileId;
}

const expense = (receiptId: string, amountCents: number) => ({
  amountCents,
  spentOn: today,
  category: "equipment",
  supplier: "Keukenhandel De Pan",
  isSupplierPerson: false,
  note: "Fornuis",
  receiptId,
});

/** Money moves to the enterprise with four eyes. */
const transferSteps: readonly Step<World>[] = [
  {
    who: "finance",
    does: "proposes the first instalment, which reserves it",
    async run(world) {
      const json = { instalmentId: "t1" };
      const path = `${mandatePath(world)}/transfers`;
      const transfer = await world.ask<{ id: string }>("finance", "POST", path, { json, once: "propose", expect: 201 });
      world.memory.set("transfer", transfer.id);
      await world.ask("finance", "POST", `/transfers/${transfer.id}/approvals`, {
        json: { enterpriseRevision: 0 },
        once: "approve",
        expect: 403,
      });
      return undefined;
    },
  },
  {
    who: "council",
    does: "approves it after a letter; a third person pays it",
    async run(world) {
      await world.letter("bram@voorbeeldstad.example", "Wacht op uw akkoord");
      const path = `/transfers/${world.recall("transfer")}`;
      const payment = { paidOn: today, bankReference: "HEVEL 2026-0412 t1" };
      await world.ask("finance", "POST", `${path}/payments`, {
        json: payment,
        once: "pay",
        expect: 409,
        code: "wrong-state",
      });
      const { enterpriseRevision } = await world.ask<{ enterpriseRevision: number }>("council", "GET", path);
      await world.ask("council", "POST", `${path}/approvals`, { json: { enterpriseRevision }, once: "approve" });
      await world.ask("finance", "POST", `${path}/payments`, {
        json: payment,
        once: "pay-self",
        expect: 403,
        code: "four-eyes",
      });
      await world.ask("payer", "POST", `${path}/payments`, { json: payment, once: "pay" });
      await world.ask("payer", "POST", `${path}/payments`, { json: payment, once: "pay" });
      await world.letter(anna.email, "Betaald");
      return expectBalances(world, { committedCents: 300_000, paidNotSpentCents: 400_000, spentCents: 0 });
    },
  },
];

/** The enterprise spends it in public. */
const expenseSteps: readonly Step<World>[] = [
  {
    who: bram.who,
    does: "enters an expense with its receipt; another must confirm",
    async run(world) {
      const fileId = await uploadReceipt(world);
      const path = `${mandatePath(world)}/expenses`;
      const json = expense(fileId, 125_000);
      const entered = await world.ask<{ id: string }>(bram.who, "POST", path, { json, once: "expense", expect: 201 });
      await world.ask(bram.who, "POST", `/expenses/${entered.id}/confirmations`, {
        once: "self",
        expect: 403,
        code: "four-eyes",
      });
      await world.letter(anna.email, "Bevestig een uitgave");
      await world.ask(anna.who, "POST", `/expenses/${entered.id}/confirmations`, { once: "confirm" });
      return expectBalances(world, { paidNotSpentCents: 275_000, spentCents: 125_000 });
    },
  },
  {
    who: bram.who,
    does: "may not use the same receipt again, nor spend what is not there",
    async run(world) {
      const fileId = await uploadReceipt(world);
      const path = `${mandatePath(world)}/expenses`;
      await world.ask(bram.who, "POST", path, {
        json: expense(fileId, 100),
        once: "again",
        expect: 409,
        code: "receipt-used",
      });
      const json = { ...expense(fileId, 275_001), overrideReason: "Twee termijnen op één bon" };
      await world.ask(bram.who, "POST", path, { json, once: "over", expect: 409, code: "not-enough-money" });
      return undefined;
    },
  },
  {
    who: anna.who,
    does: "reaches a milestone and posts an update; the follower gets mail",
    async run(world) {
      const reached = { reachedOn: today, note: "Zaterdag geplaatst" };
      await world.ask(anna.who, "POST", `${mandatePath(world)}/milestones/m1/completions`, {
        json: reached,
        expect: 201,
      });
      const update = { title: "De keuken staat!", body: "Kom zaterdag kijken." };
      await world.ask(anna.who, "POST", `/proposals/${world.recall("proposal")}/updates`, {
        json: update,
        expect: 201,
      });
      const { text } = await world.letter(carla.email, "De keuken staat!");
      if (!text.includes("Meld u af")) throw new Deviation("The letter to a follower has no way to stop.");
      return undefined;
    },
  },
  {
    who: "visitor",
    does: "sees every line of it, without names of residents",
    async run(world) {
      await world.ask("finance", "POST", "/verification");
      const csv = await world.ask<string>("visitor", "GET", "/journal-export");
      const flow = await world.ask<object>("visitor", "GET", "/money");
      const page = await world.ask<object>("visitor", "GET", `/proposals/${world.recall("proposal")}`);
      const shown = `${csv}${JSON.stringify(flow)}${JSON.stringify(page)}`;
      for (const secret of [bram.name, bram.email, anna.email, carla.email, "NL91ABNA"])
        if (shown.includes(secret)) throw new Deviation(`The public pages show ${secret}.`);
      const kinds = ["APPROPRIATION", "COMMIT", "ADVANCE", "SPEND"];
      for (const kind of kinds) if (!csv.includes(kind)) throw new Deviation(`The journal has no ${kind}.`);
      return kinds.join(", ");
    },
  },
];

/** Everybody says how it went, and what is left flows back. */
const endSteps: readonly Step<World>[] = [
  {
    who: "officer",
    does: "asks for the evaluation; the enterprise, a resident and the officer give theirs",
    async run(world) {
      const path = mandatePath(world);
      await world.ask("officer", "POST", `${path}/evaluation-requests`, { expect: 201 });
      await world.letter(anna.email, "Vertel hoe het ging");
      const outcomes = [
        { milestoneId: "m1", reached: "yes" },
        { milestoneId: "m2", reached: "partly", note: "Een maand later begonnen." },
      ];
      const own = { outcomes, peopleReached: 120, volunteerHours: 340, learned: "Begin met een kleine groep." };
      await world.ask(anna.who, "PUT", `${path}/evaluations/enterprise`, { json: own });
      const opinion = { score: 5, sentence: "Lekker en gezellig.", email: carla.email };
      await world.ask(carla.who, "POST", `${path}/evaluations`, { json: opinion, expect: 201 });
      const { text } = await world.letter(carla.email, "Bevestig uw mening");
      const [mandate, evaluation, secret] = /\/evaluatie\/bevestigen#(\S+)/.exec(text)?.[1]?.split(".") ?? [];
      await world.ask(carla.who, "POST", `/mandates/${mandate}/evaluations/${evaluation}/confirmations`, {
        json: { secret },
      });
      const judgement = { judgement: "De keuken draait.", advice: "Volgend jaar weer." };
      await world.ask("officer", "PUT", `${path}/evaluations/officer`, { json: judgement });
      return undefined;
    },
  },
  {
    who: "council",
    does: "decides on the end as it was prepared; all voices are public, and what was not paid returns to the pot",
    async run(world) {
      const path = `${mandatePath(world)}/endings`;
      const end = { reference: "2026-0413", legalBasis: "artikel 4:46 Awb", motivation: "De keuken draait." };
      const claim = { reference: "2026-0414", legalBasis: "artikel 4:57 Awb", motivation: "Dit bedrag is over." };
      const prepared = { json: { ...end, claim }, expect: 201 };
      const { endingId } = await world.ask<{ endingId: string }>("officer", "POST", path, prepared);
      await world.ask("officer", "POST", `${path}/${endingId}/confirmations`, { once: "end alone", expect: 403 });
      await world.ask("council", "POST", `${path}/${endingId}/confirmations`, { once: "end", expect: 201 });
      const { text } = await world.letter(bram.email, "Besluit over het einde");
      if (!text.includes("2026-0414")) throw new Deviation("The letter does not say what to pay with.");
      return expectBalances(world, { committedCents: 0, paidNotSpentCents: 275_000, returnedCents: 300_000 });
    },
  },
  {
    who: "finance",
    does: "prepares the refund, a colleague books it; the mandate closes",
    async run(world) {
      const json = { amountCents: 275_000, receivedOn: addDays(today, 0), bankReference: "RETOUR 2026-0412" };
      const path = `${mandatePath(world)}/refunds`;
      const order = await world.ask<{ id: string }>("finance", "POST", path, { json, once: "refund", expect: 201 });
      const confirmations = `/orders/${order.id}/confirmations`;
      await world.ask("finance", "POST", confirmations, { once: "refund-self", expect: 403, code: "four-eyes" });
      await world.ask("payer", "POST", confirmations, { once: "refund-confirm" });
      await world.letter(anna.email, "Afgerond");
      const { status } = await world.ask<Mandate>("visitor", "GET", mandatePath(world));
      expectSame(status, "closed", "status of the mandate");
      return expectBalances(world, {
        committedCents: 0,
        paidNotSpentCents: 0,
        spentCents: 125_000,
        returnedCents: 575_000,
      });
    },
  },
  {
    who: "auditor",
    does: "has the whole ledger added up again, and a visitor reads what came of it",
    async run(world) {
      await world.ask("visitor", "POST", "/verification", { expect: 401 });
      await world.ask("auditor", "POST", "/verification");
      const { isRight, ...rest } = await world.ask<{ isRight: boolean }>("visitor", "GET", "/verification");
      if (isRight !== true) throw new Deviation(`The ledger does not add up: ${JSON.stringify(rest).slice(0, 500)}`);
      return undefined;
    },
  },
  {
    who: "auditor",
    does: "reads all and changes nothing",
    async run(world) {
      await world.ask("auditor", "GET", `/proposals/${world.recall("proposal")}/versions`);
      await world.ask("auditor", "GET", "/work-list");
      await world.ask("auditor", "POST", `/transfers/${world.recall("transfer")}/approvals`, {
        json: { enterpriseRevision: 0 },
        once: "audit",
        expect: 403,
      });
      return undefined;
    },
  },
  {
    who: "admin",
    does: "sees roles, and no money",
    async run(world) {
      await world.ask("admin", "GET", "/group-roles");
      await world.ask("admin", "POST", `${mandatePath(world)}/transfers`, {
        json: { instalmentId: "t2" },
        once: "admin",
        expect: 403,
      });
      return undefined;
    },
  },
];

/** From the first transfer to a closed mandate. */
export const moneySteps: readonly Step<World>[] = [...transferSteps, ...expenseSteps, ...endSteps];
