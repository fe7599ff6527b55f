import {
  type DecisionDraft,
  type Deps,
  type Instrument,
  prepareDecision,
  returnDecision,
  takeDecision,
} from "@hevel/core";
import { onceKey } from "./once-key.ts";
import { type Act, cents, type ProposalPlot } from "./plot.ts";
import { atWork, atWorkOnPot } from "./scene.ts";
import { known, type Stage, staffMember } from "./stage.ts";

/** An award as an officer writes it down. Days are counted back from today, so days to come are negative. */
export interface AwardPlot {
  /** Number in the register of the year in which it was prepared. */
  readonly reference: string;
  readonly motivation: string;
  readonly pot: "city" | "oosterpark" | "zuiderkade";
  readonly isInPart?: boolean;
  readonly instrument?: Instrument;
  readonly starts: number;
  readonly ends: number;
  readonly instalments: readonly (readonly [euros: number, daysAgo: number])[];
  readonly conditions?: readonly string[];
}

const legalBases: Readonly<Record<Instrument, string>> = {
  subsidy: "Subsidieregeling burgerondernemingen Voorbeeldstad, artikel 5",
  contract: "Verordening uitdaagrecht Voorbeeldstad, artikel 4",
  "administrative-committee": "Verordening wijkcommissies Voorbeeldstad, artikel 2",
  "own-management": "Verordening zelfbeheer Voorbeeldstad, artikel 3",
};

const alwaysAsked = ["U zet elke uitgave met bewijs in Hevel.", "U vertelt aan het eind wat er gelukt is en wat niet."];

/** The municipality's own reference: the register's year and number. */
const referenceOf = ({ clock }: Deps, number: string) => `VB-${clock.now().getUTCFullYear()}-${number}`;

function awardOf(stage: Stage, deps: Deps, award: AwardPlot): DecisionDraft {
  const { reference, motivation, pot, instrument = "subsidy", starts, ends, instalments, conditions = [] } = award;
  return {
    outcome: award.isInPart === true ? "award-in-part" : "award",
    reference: referenceOf(deps, reference),
    legalBasis: legalBases[instrument],
    motivation,
    instrument,
    potId: known(stage.pots, pot),
    amountCents: cents(instalments.reduce((sum, [euros]) => sum + euros, 0)),
    startsOn: stage.days.on(starts),
    endsOn: stage.days.on(ends),
    instalments: instalments.map(([euros, daysAgo], index) => ({
      id: `t${index + 1}`,
      amountCents: cents(euros),
      plannedOn: stage.days.on(daysAgo),
    })),
    conditions: [...alwaysAsked, ...conditions],
  };
}

function prepared(daysAgo: number, draftOf: (stage: Stage, deps: Deps) => DecisionDraft): Act {
  return (plot) =>
    atWork(
      daysAgo,
      async (stage, deps) => {
        const so = known(stage.proposals, plot.key);
        const { proposalId } = so;
        const officer = staffMember(stage, plot.officer);
        so.decisionId = (await prepareDecision(deps, officer, { proposalId, draft: draftOf(stage, deps) })).decisionId;
      },
      10.5,
    );
}

/** An award, prepared by the officer. */
export const awardPrepared = (daysAgo: number, award: AwardPlot): Act =>
  prepared(daysAgo, (stage, deps) => awardOf(stage, deps, award));

/** A rejection, prepared by the officer. */
export const rejectionPrepared = (daysAgo: number, reference: string, motivation: string): Act =>
  prepared(daysAgo, (_stage, deps) => ({
    outcome: "reject",
    reference: referenceOf(deps, reference),
    legalBasis: legalBases.subsidy,
    motivation,
  }));

/** Sent back by the college, with what must be better. */
export function decisionReturned(daysAgo: number, reason: string): Act {
  return (plot) =>
    atWork(daysAgo, async (stage, deps) => {
      const { proposalId, decisionId } = decisionOf(stage, plot);
      await returnDecision(deps, staffMember(stage, "bram"), { proposalId, decisionId, reason });
    });
}

/** Taken by the college. */
export function decided(daysAgo: number): Act {
  return (plot) =>
    atWorkOnPot(daysAgo, async (stage, deps) => {
      const { proposalId, decisionId } = decisionOf(stage, plot);
      const idempotencyKey = onceKey(plot.key, "decision", decisionId);
      const taken = await takeDecision(deps, staffMember(stage, "bram"), { proposalId, decisionId, idempotencyKey });
      if (taken.mandateId !== undefined) known(stage.proposals, plot.key).mandateId = taken.mandateId;
    });
}

function decisionOf(stage: Stage, { key }: ProposalPlot) {
  const { proposalId, decisionId } = known(stage.proposals, key);
  if (decisionId === undefined) throw new Error(`The story prepared no decision on ${key}.`);
  return { proposalId, decisionId };
}
