import type { Vessel as VesselCents } from "../answers.ts";
import { mandates } from "../messages/nl.ts";
import { formatCents } from "../money.ts";
import { Vessel, type VesselLine } from "../pictures/vessel.tsx";

/** Under the vessel: what the enterprise holds and what it may still spend; what flowed back only where something did. */
function linesOf(vessel: VesselCents): readonly VesselLine[] {
  const { awardedCents, paidNotSpentCents, spentCents, returnedCents } = vessel;
  return [
    { label: mandates.received, cents: paidNotSpentCents + spentCents, kind: "mark" },
    { label: mandates.spent, cents: spentCents, kind: "water" },
    { label: mandates.left, cents: awardedCents - spentCents - returnedCents, kind: "air" },
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
