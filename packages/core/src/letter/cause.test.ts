import { outcomeOf } from "@hevel/testing/board-world";
import { createMandateWorld, lettersOf, type MandateWorld, visitor } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { askEnterprise } from "../enterprise/ask.ts";
import { inviteMember } from "../enterprise/invite-member.ts";
import { askEvaluation } from "../evaluation/ask.ts";
import { evaluateAsResident } from "../evaluation/evaluate-as-resident.ts";
import { startFollow } from "../follow/start.ts";
import { sendFormalMessage } from "../formal-message/send.ts";
import { refuseMail } from "../mail-refusal/mail-refusal.ts";
import { judgeContent } from "../moderation/judge.ts";
import { makeKnownBrowser } from "../sign-in/known-browser.ts";
import { usesOfLetter } from "../sign-in/letter-asked.ts";
import { requestSignIn } from "../sign-in/request.ts";
import { letterCauses } from "./cause.ts";
import { deliverLetter } from "./deliver.ts";
import { type LetterKind, letterPayloads } from "./letter.ts";

type FromStranger = {
  [K in LetterKind]: (typeof letterCauses)[K] extends string ? never : K;
}[LetterKind];

const kinds = (Object.keys(letterCauses) as LetterKind[]).filter((kind) => typeof letterCauses[kind] !== "string");
const causeOf = (kind: FromStranger): { readonly refusal: string; readonly typed: readonly string[] } => {
  const cause = letterCauses[kind];
  if (typeof cause === "string") throw new Error(`${kind} is caused by no stranger`);
  return cause;
};

/** Somebody whose mailbox it is, and who caused it from where. `words` is what they typed, where they may type. */
interface Ask {
  readonly email: string;
  readonly ip?: string;
  readonly words?: string;
  readonly knownBrowser?: string;
}

/** How a stranger causes each; a letter that somebody else's act answers has none of its own. */
const acts: {
  readonly [K in Exclude<FromStranger, "formal-step">]: (world: MandateWorld, ask: Ask) => Promise<unknown>;
} = {
  "sign-in": ({ deps }, { email, ip = home, knownBrowser }) =>
    requestSignIn(deps, visitor, { email }, { ip, browser: "b".repeat(43), knownBrowser }),
  "follow-confirm": ({ deps, world }, { email, ip = home, knownBrowser }) =>
    startFollow(
      deps,
      visitor,
      { subject: { kind: "enterprise", id: world.enterprise.id }, email },
      { ip, knownBrowser },
    ),
  "evaluation-confirm": ({ deps, mandate }, { email, ip = home, words = "Fijn.", knownBrowser }) =>
    evaluateAsResident(
      deps,
      visitor,
      { mandateId: mandate.id, score: 8, sentence: words, email },
      { ip, knownBrowser },
    ),
  invitation: ({ deps, world }, { email, ip = home, words = "Hanna" }) =>
    inviteMember(deps, world.chair, { enterpriseId: world.enterprise.id, name: words, email, role: "member" }, { ip }),
  question: ({ deps, world }, { email, ip = home, words = "Mag ik meedoen?" }) =>
    askEnterprise(deps, visitor, { enterpriseId: world.enterprise.id, name: "Hanna", email, question: words }, { ip }),
  "formal-receipt": ({ deps }, { email, ip = home, words = "Het duurt te lang." }) =>
    sendFormalMessage(
      deps,
      visitor,
      {
        kind: "complaint",
        name: "Hanna",
        address: "Dorpsstraat 1, Voorbeeldstad",
        email,
        description: "De brug",
        words,
        attachments: [],
      },
      { ip },
    ),
};

const home = "198.51.100.7";
const causable = Object.keys(acts) as (keyof typeof acts)[];

async function newWorld(): Promise<MandateWorld> {
  const world = await createMandateWorld();
  await askEvaluation(world.deps, world.officer, { mandateId: world.mandate.id });
  return world;
}

describe("a letter that a stranger can cause", () => {
  test("is each that goes to a typed address, and each with typed words", () => {
    expect(kinds.toSorted()).toEqual([...causable, "formal-step"].toSorted());
    for (const kind of kinds as FromStranger[]) {
      const { refusal, typed } = causeOf(kind);
      const fields = Object.keys(letterPayloads[kind].shape);
      if (refusal !== "contact") expect(fields, kind).toContain(refusal);
      for (const field of typed) expect(fields, kind).toContain(field);
    }
  });

  test.each(causable.filter((kind) => causeOf(kind).typed.length > 0))(
    "%s holds no address in what was typed",
    async (kind) => {
      const world = await newWorld();
      const before = (await lettersOf(world.deps, kind)).length;
      for (const words of ["Kijk op https://digid-herstel.example", "Bel 0900-8844", "Mail naar help@digid.example"])
        expect(await outcomeOf(() => acts[kind](world, { email: "a@example.org", words }))).toMatch(
          /^invalid \w+:address$/,
        );
      expect(await lettersOf(world.deps, kind)).toHaveLength(before);
    },
  );

  test("formal-receipt holds none of what was typed", async () => {
    const world = await newWorld();
    await acts["formal-receipt"](world, { email: "a@example.org", words: "Bel 0900-8844" });
    const [letter] = await lettersOf(world.deps, "formal-receipt");
    expect(JSON.stringify(letter?.payload)).not.toMatch(/8844|Hanna|Dorpsstraat/);
  });

  test.each([
    ["evaluation-confirm", 5],
    ["question", 3],
    ["invitation", 25],
    ["formal-receipt", 20],
    ["follow-confirm", 30],
  ] as const)("%s leaves one network at most %i times a day, to whomever", async (kind, most) => {
    const world = await newWorld();
    let nth = 0;
    while ((await outcomeOf(() => acts[kind](world, { email: `vreemde${nth}@example.org` }))) === "ok") {
      nth++;
      world.clock.advance({ minutes: 20 });
    }
    expect(nth).toBeLessThanOrEqual(most);
    expect(nth).toBeGreaterThan(0);
  });

  test("sign-in counts for its network, by the quarter and by the day", async () => {
    const { deps } = await newWorld();
    const uses = await usesOfLetter(deps, "sign-in", "a@example.org", { ip: home });
    const network = uses.filter(({ subject }) => subject === "198.51.100.0/24").map(({ rule }) => rule);
    expect(network).toMatchObject([
      { max: 30, minutes: 15 },
      { max: 200, minutes: 1_440 },
    ]);
  });

  test.each(causable)("%s holds no name that nobody checked", async (kind) => {
    const world = await newWorld();
    const { deps } = world;
    const enterprise = await deps.store.get("enterprise", { id: world.world.enterprise.id });
    if (enterprise === undefined) throw new Error("it is there");
    const { name, legalForm } = enterprise.profile;
    const renamed = {
      ...enterprise,
      status: "registered",
      profile: { ...enterprise.profile, name: "DigiD Herstel" },
      verifiedAs: { name, legalForm },
    } as const;
    await deps.store.commit([{ replace: "enterprise", record: renamed, when: [] }]);
    await acts[kind](world, { email: "a@example.org" });
    const letters = await lettersOf(deps, kind);
    expect(letters.length).toBeGreaterThan(0);
    expect(JSON.stringify(letters)).not.toContain("DigiD");
  });
});

const refusable = causable.filter((kind) => causeOf(kind).refusal === "refusalPath");

/** What the link of the newest letter carries. */
async function refusalIn({ deps }: MandateWorld, kind: LetterKind) {
  const letter = (await lettersOf(deps, kind)).at(-1);
  const [, address = "", network = "", secret = ""] =
    String(letter?.payload["refusalPath"]).split("#")[1]?.split(".") ?? [];
  return { letter, link: { address, network, secret } };
}

describe("'I do not know this'", () => {
  test.each(refusable)("stops a %s that waits, and every one after it", async (kind) => {
    const world = await newWorld();
    const { deps, clock } = world;
    await acts[kind](world, { email: "hanna@example.org" });
    const { letter, link } = await refusalIn(world, kind);
    if (letter === undefined) throw new Error("it was written");
    clock.advance({ minutes: 1 });
    await refuseMail(deps, visitor, link);
    await refuseMail(deps, visitor, link);
    expect(await deliverLetter(deps, async () => {}, letter)).toMatchObject({ outcome: "unwanted" });
    const again = (ask: Partial<Ask>) => outcomeOf(() => acts[kind](world, { email: "Hanna+1@example.org", ...ask }));
    const isSignIn = kind === "sign-in";
    expect(await again({})).toBe(isSignIn ? "limit-reached" : "ok");
    expect(await again({ ip: "203.0.113.1" })).toBe("ok");
    // Whoever sits in front of the mailbox can sign in from elsewhere, or in a browser that did before.
    expect(await lettersOf(deps, kind)).toHaveLength(isSignIn ? 1 : 0);
    const knownBrowser = makeKnownBrowser(deps, "hanna@example.org");
    expect(await again({ knownBrowser, email: "hanna@example.org" })).toBe("ok");
    expect(await lettersOf(deps, kind)).toHaveLength(isSignIn ? 2 : 1);
    // Nobody else is touched, and it ends.
    expect(await again({ email: "piet@example.org" })).toBe("ok");
    clock.advance({ days: isSignIn ? 8 : 366 });
    const before = (await lettersOf(deps, kind)).length;
    expect(await again({ email: "hanna@example.org" })).toBe("ok");
    expect((await lettersOf(deps, kind)).length).toBe(before + 1);
  });

  test("needs the secret of the letter, for this address and this network", async () => {
    const world = await newWorld();
    await acts["sign-in"](world, { email: "hanna@example.org" });
    const { link } = await refusalIn(world, "sign-in");
    const refuse = (changed: object) => outcomeOf(() => refuseMail(world.deps, visitor, { ...link, ...changed }));
    expect(await refuse({ secret: "0".repeat(64) })).toBe("not-found");
    expect(await refuse({ network: "0".repeat(64) })).toBe("not-found");
    expect(await refuse({ address: "0".repeat(64) })).toBe("not-found");
    expect(await refuse({ address: "x" })).toBe("invalid address:code");
    expect(await refuse({})).toBe("ok");
  });
});

describe("a voice that waits for its letter", () => {
  const outcome = async (world: MandateWorld) => {
    const [letter] = await lettersOf(world.deps, "evaluation-confirm");
    if (letter === undefined) throw new Error("it was written");
    return (await deliverLetter(world.deps, async () => {}, letter)).outcome;
  };
  const asked = async () => {
    const world = await newWorld();
    await acts["evaluation-confirm"](world, { email: "a@example.org" });
    return world;
  };

  test("has it sent, and not once the enterprise was refused or hidden, or the evaluation is public", async () => {
    expect(await outcome(await asked())).toBe("sent");
    const refused = await asked();
    const enterprise = await refused.deps.store.get("enterprise", { id: refused.world.enterprise.id });
    if (enterprise === undefined) throw new Error("it is there");
    await refused.deps.store.commit([
      { replace: "enterprise", record: { ...enterprise, status: "refused" }, when: [] },
    ]);
    expect(await outcome(refused)).toBe("unwanted");
    const hidden = await asked();
    const target = { kind: "enterprise", enterpriseId: hidden.world.enterprise.id } as const;
    await judgeContent(hidden.deps, hidden.officer, { outcome: "hide", target, reason: "Reden." });
    expect(await outcome(hidden)).toBe("unwanted");
    const over = await asked();
    const mandate = await over.deps.store.get("mandate", { id: over.mandate.id });
    if (mandate === undefined) throw new Error("it is there");
    const evaluationPublishedAt = over.deps.clock.now().toISOString();
    await over.deps.store.commit([{ replace: "mandate", record: { ...mandate, evaluationPublishedAt }, when: [] }]);
    expect(await outcome(over)).toBe("unwanted");
  });
});
