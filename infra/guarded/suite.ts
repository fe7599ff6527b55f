import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLoop } from "../../packages/local/src/check/check-loop.ts";
import type { Deployed } from "../deployed.ts";
import { depsBehind, feedbackOn, followsOf, letterOf } from "./events.ts";
import { functionNames, type GuardedPortal, startGuardedPortal } from "./portal.ts";

/**
 * Runs every function as it is deployed, its own bundle under its own evaluated policy, for every event it can get. `deployed` is
 * asked when the tests run.
 */
export function everyFunctionUnderItsOwnPolicy(deployed: () => { deployed: Deployed; bundles: string }): void {
  describe("every function under its own policy", () => {
    let portal: GuardedPortal;
    beforeAll(async () => {
      const { deployed: read, bundles } = deployed();
      portal = await startGuardedPortal(read, bundles);
    }, 60_000);
    afterAll(async () => await portal.stop());

    const refused = () => Object.fromEntries(functionNames.map((name) => [name, portal.guards[name].refused]));
    const nothing = Object.fromEntries(functionNames.map((name) => [name, []]));

    test("walks the whole loop", async () => {
      const lines: string[] = [];
      const outcome = await checkLoop(portal, (line) => lines.push(line));
      expect(outcome.failed, lines.join("\n")).toBe(0);
      expect({ refused: refused(), errors: portal.errors }).toEqual({ refused: nothing, errors: [] });
    }, 60_000);

    test("sends what was left behind", async () => {
      const deps = depsBehind(portal);
      const letters = [await letterOf(deps, "achter@example.org", 5), await letterOf(deps, "ook@example.org", 5)];
      await portal.runSchedule();
      // The stream may have claimed one of them a moment before: then that one sends it.
      for (const { id, createdAt } of letters)
        await expect
          .poll(async () => (await deps.store.get("letter", { id, createdAt }))?.status, { timeout: 20_000 })
          .toBe("sent");
      expect(refused()).toEqual(nothing);
    });

    const permanent = (to: string) => ({
      bounce: { bounceType: "Permanent", bouncedRecipients: [{ emailAddress: to }] },
    });
    test.each([
      ["a bounce of who follows nothing", 0, permanent],
      ["a bounce of who follows one district", 1, permanent],
      ["a bounce of who follows three", 3, permanent],
      [
        "a full mailbox",
        1,
        (to: string) => ({ bounce: { bounceType: "Transient", bouncedRecipients: [{ emailAddress: to }] } }),
      ],
      ["a complaint", 2, (to: string) => ({ complaint: { complainedRecipients: [{ emailAddress: to }] } })],
      ["a refusal by SES", 1, () => ({ reject: { reason: "Bad content" } })],
    ])("hears of %s", async (what, follows, detail) => {
      const deps = depsBehind(portal);
      const to = `${what.replaceAll(" ", "-")}@example.org`;
      await followsOf(deps, to, follows);
      const letter = await letterOf(deps, to, 1, { status: "sent" });
      await portal.functions.MailFeedback.invoke(feedbackOn(to, letter, detail(to)));
      const kept = await deps.store.get("letter", { id: letter.id, createdAt: letter.createdAt });
      expect(kept?.undelivered).toBeDefined();
      await portal.functions.MailFeedback.invoke(feedbackOn(to, undefined, detail(to)));
      expect(refused()).toEqual(nothing);
    });

    test("and no function may do what it never does", () => {
      for (const name of functionNames) {
        const { used } = portal.guards[name];
        expect([name, [...used].filter((action) => /Scan|Table|Stream/.test(action))]).toEqual([name, []]);
      }
      expect([...portal.guards.MailFeedback.used]).toContain("dynamodb:BatchGetItem");
      expect([...portal.guards.Outbox.used]).toContain("dynamodb:BatchGetItem");
    });
  });
}
