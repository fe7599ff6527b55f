import { invited, register } from "@hevel/testing/board-world";
import { newDeps, withProposal } from "@hevel/testing/letter-worlds";
import { lettersOf, visitor } from "@hevel/testing/mandate-world";
import { describe, expect, test } from "vitest";
import { startFollow } from "../follow/start.ts";
import type { EnterpriseId } from "../ids.ts";
import { judgeContent } from "../moderation/judge.ts";
import type { Deps } from "../ports.ts";
import { fanOut } from "../update/fan-out.ts";
import { postUpdate } from "../update/post.ts";
import { deliverLetter } from "./deliver.ts";
import type { LetterKind } from "./letter.ts";

const caller = { ip: "192.0.2.1" };

describe("a letter that was written before something stopped being public", () => {
  const outcome = async (deps: Deps, kind: LetterKind) => {
    const [letter] = await lettersOf(deps, kind);
    if (letter === undefined) throw new Error(`no ${kind} was written`);
    return (await deliverLetter(deps, async () => {}, letter)).outcome;
  };
  const refuse = async (deps: Deps, enterpriseId: EnterpriseId) => {
    const enterprise = await deps.store.get("enterprise", { id: enterpriseId });
    if (enterprise === undefined) throw new Error("it is there");
    const { verifiedAs: _before, ...bare } = enterprise;
    await deps.store.commit([{ replace: "enterprise", record: { ...bare, status: "refused" }, when: [] }]);
  };

  async function newsWritten() {
    const world = await withProposal({});
    const { deps, chair, treasurer, proposalId } = world;
    await startFollow(deps, treasurer, { subject: { kind: "proposal", id: proposalId } }, caller);
    const { id: updateId } = await postUpdate(deps, chair, { proposalId, title: "Nieuws", body: "Bel mij." });
    const [left] = await deps.store.listAll("fan-outs-open", {});
    if (left !== undefined) await fanOut(deps, left);
    return { ...world, target: { kind: "update", proposalId, updateId } as const };
  }

  test("news goes out while it is public, and not once its enterprise was refused", async () => {
    expect(await outcome((await newsWritten()).deps, "update")).toBe("sent");
    const { deps, enterprise } = await newsWritten();
    await refuse(deps, enterprise.id);
    expect(await outcome(deps, "update")).toBe("unwanted");
    expect(await lettersOf(deps, "update")).toEqual([]);
  });

  test("nor once an officer hid it, or the page it stands on", async () => {
    const news = await newsWritten();
    await judgeContent(news.deps, news.officer, { outcome: "hide", target: news.target, reason: "Een nummer." });
    expect(await outcome(news.deps, "update")).toBe("unwanted");
    const page = await newsWritten();
    const target = { kind: "proposal", proposalId: page.proposalId } as const;
    await judgeContent(page.deps, page.officer, { outcome: "hide", target, reason: "Reden." });
    expect(await outcome(page.deps, "update")).toBe("unwanted");
  });

  test("an invitation goes out, and not after a refusal or once it was taken back", async () => {
    const world = async () => {
      const deps = await newDeps();
      const { founder, board, enterpriseId } = await register(deps);
      await invited(deps, founder, board, "thijs@wijk.example", "treasurer");
      return { deps, founder, enterpriseId };
    };
    expect(await outcome((await world()).deps, "invitation")).toBe("sent");
    const refused = await world();
    await refuse(refused.deps, refused.enterpriseId);
    expect(await outcome(refused.deps, "invitation")).toBe("unwanted");
    const { deps, enterpriseId } = await world();
    const enterprise = await deps.store.get("enterprise", { id: enterpriseId });
    if (enterprise === undefined) throw new Error("it is there");
    const members = enterprise.members.filter(({ status }) => status !== "invited");
    await deps.store.commit([{ replace: "enterprise", record: { ...enterprise, members }, when: [] }]);
    expect(await outcome(deps, "invitation")).toBe("unwanted");
  });

  test("nor a request to confirm a follow of it", async () => {
    const follow = async () => {
      const world = await withProposal({});
      const subject = { kind: "proposal", id: world.proposalId } as const;
      await startFollow(world.deps, visitor, { subject, email: "b@wijk.example" }, caller);
      return world;
    };
    expect(await outcome((await follow()).deps, "follow-confirm")).toBe("sent");
    const { deps, enterprise } = await follow();
    await refuse(deps, enterprise.id);
    expect(await outcome(deps, "follow-confirm")).toBe("unwanted");
  });
});
