import { createTestDeps, type TestDeps } from "@hevel/testing/deps";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DomainError,
  type Letter,
  type LetterPayload,
  requestSignIn,
  type SignInRequested,
  signInResident,
} from "../index.ts";

const visitor = { kind: "visitor" } as const;
const browser = "b".repeat(43);
const caller = (ip = "192.0.2.7") => ({ ip, browser });

/** The code of a refusal with its reason, or `ok`. */
const outcomeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof DomainError ? [error.code, error.details["why"]].filter(Boolean).join(" ") : String(error),
  );

const lettersOf = ({ deps }: TestDeps) => deps.store.listAll("letters-waiting", {}) as Promise<readonly Letter[]>;

/** Asks for a letter and reads it. */
async function asked(testDeps: TestDeps, email = "a@example.org") {
  const requested = await requestSignIn(testDeps.deps, visitor, { email }, caller());
  const letter = (await lettersOf(testDeps)).findLast(({ to }) => to === email);
  const { code, path } = (letter?.payload ?? {}) as LetterPayload<"sign-in">;
  return { requested, code, secret: path.split(".")[1] ?? "" };
}

const byCode = ({ deps }: TestDeps, { signInId }: SignInRequested, code: string) =>
  signInResident(deps, visitor, { signInId, code }, undefined);

/** Another code of six digits. */
const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, "0");

describe("a letter", () => {
  test("signs in by its link in the browser that asked, and the person exists from then on", async () => {
    const testDeps = await createTestDeps();
    const { requested, secret } = await asked(testDeps);
    const { opened } = await signInResident(testDeps.deps, visitor, { ...only(requested), secret }, browser);
    const person = await testDeps.deps.store.get("person", { id: opened.session.personId });
    expect(person).toMatchObject({ kind: "resident", email: "a@example.org", roles: [] });
    expect(opened.secret).toHaveLength(43);
  });

  test("signs in by its code in any browser, spaces or not", async () => {
    const testDeps = await createTestDeps();
    const { requested, code } = await asked(testDeps);
    expect(await outcomeOf(byCode(testDeps, requested, `${code.slice(0, 3)} ${code.slice(3)} `))).toBe("ok");
  });

  test("gives one address one person, however it is written", async () => {
    const testDeps = await createTestDeps();
    const persons = new Set<string>();
    for (const email of ["a@example.org", " A@Example.ORG "]) {
      await requestSignIn(testDeps.deps, visitor, { email }, caller());
      const letter = (await lettersOf(testDeps)).at(-1);
      const { code, path } = (letter?.payload ?? {}) as LetterPayload<"sign-in">;
      const signInId = path.split("#")[1]?.split(".")[0] ?? "";
      const { opened } = await signInResident(testDeps.deps, visitor, { signInId: signInId as never, code }, undefined);
      persons.add(opened.session.personId);
    }
    expect(persons.size).toBe(1);
  });

  test("keeps no secret in the table", async () => {
    const testDeps = await createTestDeps();
    const { requested, secret, code } = await asked(testDeps);
    const { opened } = await signInResident(testDeps.deps, visitor, { ...only(requested), code }, undefined);
    const { deps } = testDeps;
    const kept = JSON.stringify([
      await deps.store.get("sign-in", { id: requested.signInId }),
      await deps.store.get("session", { hash: opened.session.hash }),
    ]);
    for (const hidden of [secret, code, opened.secret, browser]) expect(kept).not.toContain(`"${hidden}"`);
  });
});

describe("a link in another browser", () => {
  test("gives nothing to a mail scanner that opens it and presses the button, and the person still signs in", async () => {
    const testDeps = await createTestDeps();
    const { requested, secret } = await asked(testDeps);
    for (const scanner of [undefined, "s".repeat(43), undefined, undefined, undefined, undefined])
      expect(await outcomeOf(signInResident(testDeps.deps, visitor, { ...only(requested), secret }, scanner))).toBe(
        "code-wrong browser",
      );
    expect(await outcomeOf(signInResident(testDeps.deps, visitor, { ...only(requested), secret }, browser))).toBe("ok");
  });
});

describe("tries", () => {
  test("the fifth may be right", async () => {
    const testDeps = await createTestDeps();
    const { requested, code } = await asked(testDeps);
    for (let by = 1; by <= 4; by++)
      expect(await outcomeOf(byCode(testDeps, requested, wrong(code, by)))).toBe("code-wrong wrong");
    expect(await outcomeOf(byCode(testDeps, requested, code))).toBe("ok");
  });

  test("the sixth is refused, although it is right", async () => {
    const testDeps = await createTestDeps();
    const { requested, code } = await asked(testDeps);
    for (let by = 1; by <= 5; by++) await outcomeOf(byCode(testDeps, requested, wrong(code, by)));
    expect(await outcomeOf(byCode(testDeps, requested, code))).toBe("code-wrong tries");
  });

  test("fifty at once count as five", async () => {
    const testDeps = await createTestDeps();
    const { requested, code } = await asked(testDeps);
    await Promise.all(
      Array.from({ length: 50 }, (_, by) => outcomeOf(byCode(testDeps, requested, wrong(code, by + 1)))),
    );
    expect((await testDeps.deps.store.get("sign-in", { id: requested.signInId }))?.triesLeft).toBe(0);
    expect(await outcomeOf(byCode(testDeps, requested, code))).toBe("code-wrong tries");
  });
});

describe("time", () => {
  test("a moment before fifteen minutes it works", async () => {
    const testDeps = await createTestDeps();
    const { requested, code } = await asked(testDeps);
    testDeps.clock.set("2026-11-21T12:14:59.999Z");
    expect(await outcomeOf(byCode(testDeps, requested, code))).toBe("ok");
  });

  test("at fifteen minutes it is over", async () => {
    const testDeps = await createTestDeps();
    const { requested, code } = await asked(testDeps);
    testDeps.clock.set("2026-11-21T12:15:00.000Z");
    expect(await outcomeOf(byCode(testDeps, requested, code))).toBe("code-wrong expired");
  });
});

describe("use", () => {
  test("the second is refused, by link and by code", async () => {
    const testDeps = await createTestDeps();
    const { requested, code, secret } = await asked(testDeps);
    expect(await outcomeOf(byCode(testDeps, requested, code))).toBe("ok");
    expect(await outcomeOf(byCode(testDeps, requested, code))).toBe("code-wrong used");
    expect(await outcomeOf(signInResident(testDeps.deps, visitor, { ...only(requested), secret }, browser))).toBe(
      "code-wrong used",
    );
  });

  test("ten at once give one session, also to somebody who was here before", async () => {
    const testDeps = await createTestDeps();
    const before = await asked(testDeps);
    await byCode(testDeps, before.requested, before.code);
    const { requested, code } = await asked(testDeps);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(byCode(testDeps, requested, code))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
  });

  test("two letters redeemed at once make one person", async () => {
    const testDeps = await createTestDeps();
    const letters = [await asked(testDeps), await asked(testDeps)];
    const signedIn = await Promise.all(letters.map(({ requested, code }) => byCode(testDeps, requested, code)));
    expect(new Set(signedIn.map(({ opened }) => opened.session.personId)).size).toBe(1);
  });
});

test("what is no proof is refused at its field", async () => {
  const { deps } = await createTestDeps();
  const signInId = deps.ids.next("sgn");
  for (const input of [
    { signInId },
    { signInId, code: "12345" },
    { signInId, code: "1234567" },
    { signInId, code: "12345x" },
  ])
    await expect(async () => signInResident(deps, visitor, input, undefined)).rejects.toMatchObject({
      code: "invalid",
      fields: [expect.objectContaining({ path: "code" })],
    });
});

test("an address of another municipality's letter signs in nowhere else", async () => {
  const [here, there] = [await createTestDeps(), await createTestDeps()];
  const { requested, code } = await asked(there);
  expect(await outcomeOf(byCode(here, requested, code))).toBe("code-wrong unknown");
});

test("whatever is guessed, there is a session only for the right proof, once, in time and within five tries", async () => {
  const attempt = fc.oneof(
    fc.record({ by: fc.constant("code" as const), right: fc.boolean() }),
    fc.record({ by: fc.constant("link" as const), right: fc.boolean(), here: fc.boolean() }),
    fc.record({ by: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 9 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { maxLength: 10 }), async (attempts) => {
      const testDeps = await createTestDeps();
      const { requested, code, secret } = await asked(testDeps);
      const model = { tries: 5, used: false, minutes: 0 };
      for (const step of attempts) {
        if (step.by === "wait") {
          model.minutes += step.minutes;
          testDeps.clock.advance({ minutes: step.minutes });
          continue;
        }
        const proof =
          step.by === "code"
            ? { code: step.right ? code : wrong(code) }
            : { secret: step.right ? secret : `${secret}x` };
        const isHere = step.by === "code" || step.here;
        const outcome = await outcomeOf(
          signInResident(
            testDeps.deps,
            visitor,
            { signInId: requested.signInId, ...proof },
            isHere ? browser : undefined,
          ),
        );
        const isOpen = !model.used && model.tries > 0 && model.minutes < 15;
        expect(outcome === "ok").toBe(isOpen && isHere && step.right);
        if (isOpen && isHere && !step.right) model.tries -= 1;
        if (outcome === "ok") model.used = true;
      }
    }),
    { numRuns: 30 },
  );
});

function only({ signInId }: SignInRequested) {
  return { signInId };
}
