import { Vessel, type VesselLine } from "../pictures/vessel.tsx";
import type { Vessel as VesselCents } from "../reading/answers.ts";
import { type LinesOf, linesPath } from "../site/paths.ts";
import { formatCents } from "../words/money.ts";
import { mandates } from "../words/nl.ts";

/** The three fillings, each opening its lines; and what came back, where something did. */
function linesOf(vessel: VesselCents, scope: LinesOf): readonly VesselLine[] {
  const { awardedCents, paidCents, spentCents } = vessel;
  return [
    { label: mandates.awarded, cents: awardedCents, kind: "air", href: linesPath({ ...scope, soort: "toegekend" }) },
    { label: mandates.paid, cents: paidCents, kind: "paid", href: linesPath({ ...scope, soort: "betaald" }) },
    { label: mandates.spent, cents: spentCents, kind: "water", href: linesPath({ ...scope, soort: "uitgegeven" }) },
  ];
}

/**
 * Money of a mandate, a district or an enterprise as a vessel with three fillings: awarded is the vessel, paid and spent
 * are the water in it. With a `scope` each figure stands on a line of its own and opens the lines it is made of.
 */
export function MandateVessel(props: {
  readonly vessel: VesselCents;
  readonly large?: boolean | undefined;
  readonly scope?: LinesOf | undefined;
}) {
  const words = () =>
    props.scope === undefined
      ? mandates.spentOfPaid(formatCents(props.vessel.paidCents), formatCents(props.vessel.awardedCents))
      : mandates.spentWord;
  return (
    <Vessel
      cents={props.vessel.spentCents}
      paidCents={props.vessel.paidCents}
      wholeCents={props.vessel.awardedCents}
      words={words()}
      large={props.large}
      lines={props.scope === undefined ? undefined : linesOf(props.vessel, props.scope)}
    />
  );
}
