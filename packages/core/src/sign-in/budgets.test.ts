import { readdirSync, readFileSync } from "node:fs";
import { outcomeOf, profileOf, register, visitor } from "@hevel/testing/board-world";
import { codeOf, createTestDeps, storeEnterprise, storeProposal } from "@hevel/testing/deps";
import { createMandateWorld } from "@hevel/testing/mandate-world";
import { keyOf as keyOfRequest } from "@hevel/testing/money-world";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { announceFile } from "../file/announce.ts";
import { announceFormalFile } from "../formal-message/announce.ts";
import {
  editProfile,
  findEnterprise,
  limits,
  type ModerationTarget,
  proposeIban,
  registerEnterprise,
} from "../index.ts";
import { reportContent } from "../moderation/report.ts";
import { postUpdate } from "../update/post.ts";

const repeat = async (times: number, work: (nth: number) => Promise<unknown>) => {
  for (let nth = 0; nth < times; nth++) await work(nth);
};

describe("what is refused uses up nobody's budget:", () => {
  test("news that its enterprise's other news left no room for", async () => {
    const test = await createMandateWorld();
    const { deps, world, mandate } = test;
    const [second, third] = [
      await storeProposal(deps, world.enterprise, { status: "submitted" }),
      await storeProposal(deps, world.enterprise, { status: "submitted" }),
    ];
    const post = (proposalId: typeof mandate.proposalId) =>
      codeOf(postUpdate(deps, world.chair, { proposalId, title: "Nieuws", body: "Nieuws." }));
    await repeat(limits.updatesPerProposalDayMax, () => post(mandate.proposalId));
    await repeat(limits.updatesPerEnterpriseDayMax - limits.updatesPerProposalDayMax, () => post(second.id));
    await repeat(limits.updatesPerProposalDayMax, async () => expect(await post(third.id)).toBe("limit-reached"));
    expect(await countOf(deps, "updates-day", third.id)).toBe(0);
  });

  test("a profile that somebody else changed meanwhile", async () => {
    const { deps } = await createTestDeps();
    const { founder, enterpriseId } = await register(deps);
    const stale = () =>
      outcomeOf(() => editProfile(deps, founder, { enterpriseId, profile: profileOf(deps), revision: 99 }));
    await repeat(limits.profileEditsPerEnterpriseDayMax, async () => expect(await stale()).toBe("stale"));
    // Two at once who both read the same: one of them is refused in the database.
    for (let nth = 0; nth < 3; nth++) {
      const { revision } = await findEnterprise(deps, enterpriseId);
      const edit = () =>
        codeOf(
          editProfile(deps, founder, {
            enterpriseId,
            profile: { ...profileOf(deps), story: `Verhaal ${nth}` },
            revision,
          }),
        );
      expect((await Promise.all([edit(), edit()])).toSorted()).toEqual(["ok", "stale"]);
    }
    expect(await countOf(deps, "profile-edits", enterpriseId)).toBe(3);
  });

  test("a report about what is not there, or cannot be reported", async () => {
    const { deps } = await createTestDeps();
    const { enterprise } = await storeEnterprise(deps);
    const from = { ip: "198.51.100.1" };
    const report = (target: ModerationTarget) =>
      codeOf(reportContent(deps, visitor, { target, reason: "Fout." }, from));
    await repeat(limits.reportsPerNetworkDayMax, async () =>
      expect(await report({ kind: "enterprise", enterpriseId: deps.ids.next("ent") })).toBe("not-found"),
    );
    expect(await report({ kind: "enterprise", enterpriseId: enterprise.id })).toBe("ok");
  });

  test("an upload that finds no place", async () => {
    const { deps } = await createTestDeps();
    const { enterprise, chair } = await storeEnterprise(deps);
    const full = {
      ...deps,
      files: { ...deps.files, presign: () => Promise.reject(new DomainError("file-refused", "No room.")) },
    };
    const file = { contentType: "image/png", sizeBytes: 10, sha256: "a".repeat(64) } as const;
    expect(await codeOf(announceFile(full, chair, { ...file, purpose: "receipt", enterpriseId: enterprise.id }))).toBe(
      "file-refused",
    );
    expect(await codeOf(announceFormalFile(full, visitor, file, { ip: "198.51.100.1" }))).toBe("file-refused");
    expect(await countOf(deps, "files-enterprise", enterprise.id)).toBe(0);
    expect(await countOf(deps, "formal-files-network", "198.51.100.0/24")).toBe(0);
  });

  test("a registration and a bank account that did not happen", async () => {
    const { deps } = await createTestDeps();
    const { founder, enterpriseId } = await register(deps, "treasurer");
    const iban = { iban: "NL91ABNA0417164300", holder: "De Buurtschuur" };
    await repeat(limits.ibanProposalsPerEnterpriseDayMax, async () =>
      expect(await outcomeOf(() => proposeIban(deps, founder, { enterpriseId, ...iban, revision: 7 }))).toBe("stale"),
    );
    const gone = { ...founder, personId: deps.ids.next("per") };
    const seat = { name: "Femke", role: "chair", isNamePublic: true } as const;
    await repeat(limits.enterprisesPerPersonDayMax, async () =>
      expect(await codeOf(registerEnterprise(deps, gone, { profile: profileOf(deps), seat }))).toBe("unauthenticated"),
    );
    expect(await countOf(deps, "iban-proposals", enterpriseId)).toBe(0);
    expect(await countOf(deps, "register-person", gone.personId)).toBe(0);
  });

  test("a press that arrived twice: twins count once, and all hear the same", async () => {
    const test = await createMandateWorld();
    const { deps, world, mandate } = test;
    const { proposalId } = mandate;
    const idempotencyKey = keyOfRequest(deps);
    const news = { proposalId, title: "Nieuws", body: "Nieuws.", idempotencyKey };
    // More of them than the day has room for.
    const twins = Array.from({ length: limits.updatesPerProposalDayMax + 3 }, () =>
      postUpdate(deps, world.chair, news),
    );
    const [first, ...others] = await Promise.all(twins);
    for (const other of others) expect(other).toEqual(first);
    expect(await countOf(deps, "updates-day", proposalId)).toBe(1);
  });

  test("by the one rule: what counts although it came to nothing is a wrong code, and nothing else", () => {
    const root = new URL("..", import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" });
    const counting = files.filter(
      (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && /\bassertWithin\(/.test(read(root, file)),
    );
    expect(counting.toSorted()).toEqual(["sign-in/sign-in-resident.ts", "sign-in/within-limit.ts"]);
  });
});

const read = (root: URL, file: string) => readFileSync(new URL(file, root), "utf8");

type Deps = Awaited<ReturnType<typeof createTestDeps>>["deps"];

const slotMs = (24 * 60 * 60_000) / 3;

function keyOf({ digest, clock }: Deps, rule: string, subject: string): string {
  const slot = Math.floor(clock.now().getTime() / slotMs);
  return `${rule}:${digest.keyed(`limit:${rule}:${subject}`)}:${slot}`;
}

async function countOf(deps: Deps, rule: string, subject: string): Promise<number> {
  return (await deps.store.get("rate-limit", { key: keyOf(deps, rule, subject) }))?.count ?? 0;
}
