import * as z from "zod";
import { next, untilFresh } from "../change.ts";
import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import { parse } from "../parse.ts";
import type { Actor, Deps } from "../ports.ts";
import { addressPrefix } from "../sign-in/address-prefix.ts";
import { assertWithin } from "../sign-in/within-limit.ts";
import { text } from "../text.ts";
import { decidedStays, findTarget } from "./find-target.ts";
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
 * @throws DomainError `invalid`, `not-found`, `limit-reached`; `wrong-state` for a proposal that was awarded.
 */
export async function reportContent(
  deps: Deps,
  _actor: Actor,
  input: z.input<typeof ContentReport>,
  caller: { readonly ip: string },
): Promise<void> {
  const { target, reason } = parse(ContentReport, input);
  const id = caseIdOf(target);
  await assertWithin(deps, perNetwork, addressPrefix(caller.ip));
  const { enterprise, title, isReadable, staysPublic } = await findTarget(deps, target);
  if (!isReadable) throw new DomainError("not-found", "There is no such thing on the site.");
  if (staysPublic === true) throw decidedStays();
  await assertWithin(deps, perTarget, id);
  await untilFresh(async () => {
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
    await deps.store.commit([
      earlier === undefined
        ? { put: "moderation-case", record: fresh, refusal: "stale" }
        : next("moderation-case", earlier, {
            reports: [...earlier.reports, report].slice(-limits.reportsKeptMax),
            reportCount: earlier.reportCount + 1,
            openSince: earlier.openSince ?? at,
          }),
    ]);
  });
}
