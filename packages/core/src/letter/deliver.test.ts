import { createTestDeps } from "@hevel/testing/deps";
import { describe, expect, test } from "vitest";
import { limits } from "../limits.ts";
import type { Deps } from "../ports.ts";
import { deliverLetter, isDue, type Post } from "./deliver.ts";
import type { Letter, LetterKind } from "./letter.ts";
import { noteUndelivered } from "./note-undelivered.ts";
import { type LetterContent, writeLetter } from "./write.ts";

const about = { title: "Bomen", enterprise: "De Groene Straat", path: "/voorstellen/x" };

async function write<K extends LetterKind>(deps: Deps, kind: K, content: LetterContent<K>): Promise<Letter> {
  const change = writeLetter(deps, kind, "buur@example.org", content);
  await deps.store.commit([change]);
  if (!("put" in change) || change.put !== "letter") throw new Error("a letter is put");
  return change.record;
}

const formal = (deps: Deps) => write(deps, "withdrawn", { ...about, withdrawnAt: "2026-11-21T12:00:00.000Z" });
const signIn = (deps: Deps) =>
  write(deps, "sign-in", {
    path: "/inloggen#geheim",
    code: "012345",
    minutes: 15,
    refusalPath: "/ik-ken-dit-niet#mail.x",
  });

const refuse: Post = () => Promise.reject(new Error("no connection"));

/** A mail system that takes everything, and what it took. */
function open(): { post: Post; taken: string[] } {
  const taken: string[] = [];
  return { taken, post: async ({ id }) => void taken.push(id) };
}

const read = (deps: Deps, { id, createdAt }: Letter) => deps.store.get("letter", { id, createdAt });

describe("sending a letter", () => {
  test("marks it sent, with the instant, and it waits no more", async () => {
    const { deps } = await createTestDeps();
    const letter = await formal(deps);
    const { post, taken } = open();
    expect(await deliverLetter(deps, post, letter)).toEqual({ outcome: "sent" });
    expect(taken).toEqual([letter.id]);
    expect(await read(deps, letter)).toEqual({
      ...letter,
      status: "sent",
      attempts: 1,
      sentAt: deps.clock.now().toISOString(),
    });
    expect(await deps.store.listAll("letters-waiting", {})).toEqual([]);
  });

  test("happens once when many workers have it at the same time, and not again afterwards", async () => {
    const { deps } = await createTestDeps();
    const letter = await formal(deps);
    const { post, taken } = open();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => deliverLetter(deps, post, letter)));
    expect(outcomes.filter(({ outcome }) => outcome === "sent")).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === "elsewhere")).toHaveLength(7);
    expect(await deliverLetter(deps, post, letter)).toEqual({ outcome: "elsewhere" });
    expect(taken).toEqual([letter.id]);
  });

  test("of a worker that stopped before it could say so is done again when its lease is over: at least once", async () => {
    const { deps, clock } = await createTestDeps();
    const letter = await formal(deps);
    const { post, taken } = open();
    // The mail system has it; then the power goes out.
    const sentAndGone = new Promise<void>((resolve) => {
      void deliverLetter(
        deps,
        async (claimed) => {
          await post(claimed);
          resolve();
          await new Promise(() => {});
        },
        letter,
      );
    });
    await sentAndGone;
    const claimed = await read(deps, letter);
    if (claimed === undefined) throw new Error("it is there");
    expect(claimed).toMatchObject({ status: "waiting", attempts: 1 });
    clock.advance({ minutes: 2 });
    expect(isDue(claimed, clock.now())).toBe(false);
    clock.advance({ minutes: 1 });
    expect(isDue(claimed, clock.now())).toBe(true);
    expect(await deliverLetter(deps, post, claimed)).toEqual({ outcome: "sent" });
    expect(taken).toEqual([letter.id, letter.id]);
  });

  test("that takes longer than its lease leaves the mark to who took it over", async () => {
    const { deps } = await createTestDeps();
    const letter = await formal(deps);
    const { post, taken } = open();
    const slow = await deliverLetter(
      deps,
      async (claimed) => {
        await post(claimed);
        expect(await deliverLetter(deps, post, claimed)).toEqual({ outcome: "sent" });
      },
      letter,
    );
    expect(slow).toEqual({ outcome: "sent" });
    expect(taken).toHaveLength(2);
    expect(await read(deps, letter)).toMatchObject({ status: "sent", attempts: 2 });
  });
});

describe("a letter that was not taken", () => {
  test("waits longer after each try, and is given up after the last", async () => {
    const { deps, clock } = await createTestDeps();
    let letter = await formal(deps);
    const pauses: number[] = [];
    for (let tries = 1; tries < limits.letterTriesMax; tries++) {
      const { outcome } = await deliverLetter(deps, refuse, letter);
      expect(outcome).toBe("waits");
      letter = (await read(deps, letter)) ?? letter;
      const next = new Date(letter.nextTryAt ?? "");
      pauses.push((next.getTime() - clock.now().getTime()) / 60_000);
      expect(isDue(letter, new Date(next.getTime() - 1))).toBe(false);
      expect(isDue(letter, next)).toBe(true);
      clock.set(next.toISOString());
    }
    expect(pauses).toEqual([1, 5, 15, 60, 240, 720, 1_440]);
    const last = await deliverLetter(deps, refuse, letter);
    expect(last).toMatchObject({ outcome: "failed", why: { message: "no connection" } });
    expect(await read(deps, letter)).toMatchObject({ status: "failed", attempts: limits.letterTriesMax });
    expect(await deps.store.listAll("letters-waiting", {})).toEqual([]);
  });

  test("is sent at a later try", async () => {
    const { deps, clock } = await createTestDeps();
    const letter = await formal(deps);
    await deliverLetter(deps, refuse, letter);
    clock.advance({ minutes: 1 });
    const [waiting] = await deps.store.listAll("letters-waiting", {});
    expect(await deliverLetter(deps, open().post, waiting ?? letter)).toEqual({ outcome: "sent" });
    const sent = await read(deps, letter);
    expect(sent).toMatchObject({ status: "sent", attempts: 2 });
    expect(sent).not.toHaveProperty("nextTryAt");
  });
});

test("a letter that nobody picked up is due after two minutes, and not before", async () => {
  const { deps, clock } = await createTestDeps();
  const letter = await formal(deps);
  const at = (ms: number) => new Date(clock.now().getTime() + ms);
  expect(isDue(letter, at(limits.letterLeftBehindMinutes * 60_000 - 1))).toBe(false);
  expect(isDue(letter, at(limits.letterLeftBehindMinutes * 60_000))).toBe(true);
});

test("a sign-in letter is not sent any more when its code is over time", async () => {
  const { deps, clock } = await createTestDeps();
  const { post, taken } = open();
  const [inTime, late] = [await signIn(deps), await signIn(deps)];
  clock.advance({ minutes: 14 });
  expect((await deliverLetter(deps, post, inTime)).outcome).toBe("sent");
  clock.advance({ minutes: 1 });
  expect((await deliverLetter(deps, post, late)).outcome).toBe("failed");
  expect(taken).toEqual([inTime.id]);
  expect(await read(deps, late)).toMatchObject({ status: "failed" });
});

test("what a letter held is kept of formal letters, and forgotten of those with a secret", async () => {
  const { deps } = await createTestDeps();
  const [secret, proof] = [await signIn(deps), await formal(deps)];
  const seen: unknown[] = [];
  await deliverLetter(deps, async ({ payload }) => void seen.push(payload["code"]), secret);
  await deliverLetter(deps, open().post, proof);
  expect(seen).toEqual(["012345"]);
  expect((await read(deps, secret))?.payload).toEqual({});
  expect((await read(deps, proof))?.payload).toMatchObject(about);
});

test("a report that comes before we could write down that it was sent stays on the letter", async () => {
  const { deps } = await createTestDeps();
  const letter = await formal(deps);
  const undelivered = { why: "bounce", at: "2026-11-21T12:00:01.000Z" } as const;
  await deliverLetter(deps, () => noteUndelivered(deps, letter, undelivered), letter);
  expect(await read(deps, letter)).toMatchObject({ status: "sent", undelivered });
});

test("a report that comes between our reading and our writing stays too", async () => {
  const { deps } = await createTestDeps();
  const letter = await formal(deps);
  const undelivered = { why: "bounce", at: "2026-11-21T12:00:01.000Z" } as const;
  let reads = 0;
  const slow: Deps = {
    ...deps,
    store: {
      ...deps.store,
      get: async (kind, ref) => {
        const found = await deps.store.get(kind, ref);
        if (kind === "letter" && ++reads === 1) await noteUndelivered(deps, letter, undelivered);
        return found;
      },
    },
  };
  await deliverLetter(slow, open().post, letter);
  expect(reads).toBe(2);
  expect(await read(deps, letter)).toMatchObject({ status: "sent", undelivered });
});

describe("a letter of another version", () => {
  test.each([
    ["of a kind that is gone", { kind: "refund-due" as LetterKind }],
    ["of a kind every object has", { kind: "constructor" as LetterKind }],
    ["without what it needs now", { payload: { title: "Bomen" } }],
  ])("%s is given up by name, at once, and never handed over", async (_which, changed) => {
    const { deps } = await createTestDeps();
    const letter = { ...(await formal(deps)), ...changed };
    await deps.store.commit([{ replace: "letter", record: letter, when: [] }]);
    const { post, taken } = open();
    const delivery = await deliverLetter(deps, post, letter);
    expect(delivery).toMatchObject({ outcome: "failed", why: { name: "LetterUnknown" } });
    expect(taken).toEqual([]);
    expect(await read(deps, letter)).toMatchObject({ status: "failed", attempts: 1 });
    expect(await deps.store.listAll("letters-waiting", {})).toEqual([]);
  });
});

test("of a formal message's letter all is kept but the secret of its button", async () => {
  const { deps } = await createTestDeps();
  const letter = await write(deps, "formal-step", {
    messageKind: "objection",
    reference: "FB-2026-0000-0000",
    happened: "withdrawn",
    at: "2026-11-21T12:00:00.000Z",
    path: "/bericht#fml_x.geheim",
  });
  const buttons: unknown[] = [];
  await deliverLetter(deps, async ({ payload }) => void buttons.push(payload["path"]), letter);
  expect(buttons).toEqual(["/bericht#fml_x.geheim"]);
  expect((await read(deps, letter))?.payload).toEqual({ ...letter.payload, path: "/bericht" });
});

test("that it did not arrive is noted on the letter; an unknown letter is left alone", async () => {
  const { deps } = await createTestDeps();
  const letter = await formal(deps);
  const undelivered = { why: "bounce", at: "2026-11-21T12:05:00.000Z" } as const;
  await noteUndelivered(deps, letter, undelivered);
  expect(await read(deps, letter)).toEqual({ ...letter, undelivered });
  await noteUndelivered(deps, { id: deps.ids.next("ltr"), createdAt: letter.createdAt }, undelivered);
});
