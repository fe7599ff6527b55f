import * as z from "zod";
import { next } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { askedBy, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { addressPrefix } from "../sign-in/address-prefix.ts";
import type { Change } from "../store.ts";
import { text } from "../text.ts";
import { findTarget } from "./find-target.ts";
import { decidedStays } from "./found-target.ts";
import { caseIdOf, type ModerationCase, ModerationTarget } from "./moderation.ts";

/** Input of a report: what, and what is wrong with it. No account and no address is asked. */
export const ContentReport = z
  .strictObject({ target: ModerationTarget, reason: text(limits.noteLengthMax) })
  .meta({ id: "ContentReport" });

const perNetwork = { name: "reports-network", max: limits.reportsPerNetworkDayMax, minutes: 24 * 60 };
const perTarget = { name: "reports-target", max: limits.reportsPerTargetDayMax, minutes: 24 * 60 };

/**
 * Anybody reports something on the site. An officer looks at it; until then it stays as it is. What is hidden already, or is
 * not public, cannot be reported.
 * @throws DomainError `invalid`, `not-found`, `limit-reached`, `idempotency-mismatch`; `wrong-state` for a proposal that was awarded.
 */
export async function reportContent(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof ContentReport> & Keyed,
  caller: { readonly ip: string },
): Promise<void> {
  const { idempotencyKey: key, ...rest } = input;
  const { target, reason } = parse(ContentReport, rest);
  const id = caseIdOf(target);
  const find = async () => {
    const found = await findTarget(deps, target);
    if (!found.isReadable) throw new DomainError("not-found", "There is no such thing on the site.");
    if (found.staysPublic === true) throw decidedStays();
    return found;
  };
  const uses = async () => {
    await find();
    const network = addressPrefix(caller.ip);
    // Of one network about one thing: no stranger keeps a neighbour from reporting it.
    return [
      { rule: perNetwork, subject: network },
      { rule: perTarget, subject: `${network} ${id}` },
    ];
  };
  const request = { verb: "reportContent", by: askedBy(actor), target, reason };
  await once(deps, { key, request, remembered: "for-a-while", uses }, async () => {
    const { enterprise, title } = await find();
    const earlier = await deps.store.get("moderation-case", { id });
    const at = deps.clock.now().toISOString();
    const report = { at, reason };
    const fresh: ModerationCase = {
      id,
      target,
      enterpriseId: enterprise.id,
      title,
      reports: [report],
      reportCount: 1,
      openSince: at,
      revision: 0,
    };
    const change: Change =
      earlier === undefined
        ? { put: "moderation-case", record: fresh, refusal: "stale" }
        : next("moderation-case", earlier, {
            reports: [...earlier.reports, report].slice(-limits.reportsKeptMax),
            reportCount: earlier.reportCount + 1,
            openSince: earlier.openSince ?? at,
          });
    return { changes: [change], result: {} };
  });
}
