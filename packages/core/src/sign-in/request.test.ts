import { createTestDeps } from "@hevel/testing/deps";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressPrefix, DomainError, requestSignIn } from "../index.ts";

const visitor = { kind: "visitor" } as const;
const browser = "b".repeat(43);

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe("an address", () => {
  test("gets three letters in fifteen minutes from one network and no fourth", async () => {
    const { deps } = await createTestDeps();
    const ask = (index: number) =>
      codeOf(requestSignIn(deps, visitor, { email: "a@example.org" }, { ip: `192.0.2.${index}`, browser }));
    expect([await ask(1), await ask(2), await ask(3), await ask(4)]).toEqual(["ok", "ok", "ok", "limit-reached"]);
    expect(await deps.store.listAll("letters-waiting", {})).toHaveLength(3);
  });

  test("gets at most three letters of one network in any fifteen minutes, however the asking is spread, and asking at once does not help", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ wait: fc.integer({ min: 0, max: 12 }), at: fc.integer({ min: 1, max: 5 }) }), {
          maxLength: 8,
        }),
        async (bursts) => {
          const { deps, clock } = await createTestDeps();
          for (const { wait, at } of bursts) {
            clock.advance({ minutes: wait });
            await Promise.all(
              Array.from({ length: at }, (_, index) =>
                codeOf(requestSignIn(deps, visitor, { email: "a@example.org" }, { ip: `10.0.0.${index}`, browser })),
              ),
            );
          }
          const sent = (await deps.store.listAll("letters-waiting", {})).map(({ createdAt }) => Date.parse(createdAt));
          for (const from of sent)
            expect(sent.filter((at) => at >= from && at < from + 15 * 60_000).length).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("gets twelve letters in a day and no thirteenth", async () => {
    const { deps, clock } = await createTestDeps();
    const outcomes: string[] = [];
    for (let index = 0; index < 13; index++) {
      outcomes.push(
        await codeOf(requestSignIn(deps, visitor, { email: "a@example.org" }, { ip: "192.0.2.1", browser })),
      );
      clock.advance({ minutes: 31 });
    }
    expect(outcomes.indexOf("limit-reached")).toBe(12);
  });

  test.each([
    "",
    "a",
    "a@",
    "a@b",
    "a b@example.org",
    "a@example.org\r\nBcc: b@example.org",
    "ａ@example.org",
    `${"a".repeat(250)}@example.org`,
  ])("'%s' is refused", async (email) => {
    const { deps } = await createTestDeps();
    await expect(requestSignIn(deps, visitor, { email }, { ip: "192.0.2.1", browser })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "email" }],
    });
  });
});

describe("a place", () => {
  test("asks for thirty letters in fifteen minutes, whoever they are for, and no more", async () => {
    const { deps } = await createTestDeps();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        codeOf(
          requestSignIn(
            deps,
            visitor,
            { email: `a${index}@example.org` },
            { ip: `2001:db8:0:1:${index.toString(16)}::${index}`, browser },
          ),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(30);
    const elsewhere = requestSignIn(deps, visitor, { email: "b@example.org" }, { ip: "2001:db8:0:2::1", browser });
    expect(await codeOf(elsewhere)).toBe("ok");
  });

  test.each([
    ["192.0.2.7", "192.0.2.0/24"],
    ["::ffff:192.0.2.7", "192.0.2.0/24"],
    ["2001:DB8:0:1:2:3:4:5", "2001:db8:0:1::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:0db8:0000:0001::", "2001:db8:0:1::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["256.0.0.1", "unknown"],
    ["1::2::3", "unknown"],
    ["1:2:3:4:5:6:7:8:9", "unknown"],
    ["1:2:3:4:5:6:7", "unknown"],
    ["g::1", "unknown"],
    ["", "unknown"],
  ])("%s is %s", (ip, prefix) => expect(addressPrefix(ip)).toBe(prefix));
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "/a b", "evil"])(
  "the way back '%s' leads out of the site and is refused",
  async (returnTo) => {
    const { deps } = await createTestDeps();
    const asked = requestSignIn(deps, visitor, { email: "a@example.org", returnTo }, { ip: "192.0.2.1", browser });
    await expect(asked).rejects.toMatchObject({ code: "invalid", fields: [{ path: "returnTo", code: "path" }] });
  },
);

test("the answer for an address that is known is the answer for one that is not", async () => {
  const { deps } = await createTestDeps();
  const email = "known@example.org";
  const id = deps.ids.next("per");
  const createdAt = deps.clock.now().toISOString();
  await deps.store.commit([
    { put: "person", record: { id, kind: "resident", email, roles: [], createdAt, revision: 0 } },
  ]);
  const answers = await Promise.all(
    [email, "other@example.org"].map((to) => requestSignIn(deps, visitor, { email: to }, { ip: "192.0.2.1", browser })),
  );
  const [known, other] = answers.map((answer) => JSON.stringify(answer).replace(/sgn_\w{26}/, "sgn"));
  expect(known).toBe(other);
});
