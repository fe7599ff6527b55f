import { Vessel, type VesselLine } from "../pictures/vessel.tsx";
import type { Vessel as VesselCents } from "../reading/answers.ts";
import { formatCents } from "../words/money.ts";
import { mandates } from "../words/nl.ts";

/**
 * Under the vessel: what the enterprise received and may still spend. Once money flowed back, what was received is no
 * longer told apart from what was never paid, so it is left out.
 */
function linesOf(vessel: VesselCents): readonly VesselLine[] {
  const { awardedCents, paidNotSpentCents, spentCents, returnedCents } = vessel;
  const left = awardedCents - spentCents - returnedCents;
  return [
    ...(returnedCents === 0
      ? [{ label: mandates.received, cents: paidNotSpentCents + spentCents, kind: "mark" } as const]
      : []),
    { label: mandates.spent, cents: spentCents, kind: "water" },
    ...(left > 0 || returnedCents === 0 ? [{ label: mandates.left, cents: left, kind: "air" } as const] : []),
    ...(returnedCents > 0 ? [{ label: mandates.returned, cents: returnedCents, kind: "air" } as const] : []),
  ];
}

/** A mandate as a vessel: what is spent of what was awarded. `lines` adds what was received, what is left and what flowed back. */
export function MandateVessel(props: {
  readonly vessel: VesselCents;
  readonly large?: boolean | undefined;
  readonly lines?: boolean | undefined;
}) {
  const lines = () => (props.lines === true ? linesOf(props.vessel) : undefined);
  return (
    <Vessel
      cents={props.vessel.spentCents}
      wholeCents={props.vessel.awardedCents}
      words={mandates.spentOf(formatCents(props.vessel.awardedCents))}
      large={props.large}
      lines={lines()}
    />
  );
}
