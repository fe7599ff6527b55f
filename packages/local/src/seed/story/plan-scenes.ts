import {
  askCompletion,
  completeProposal,
  type Deps,
  DistrictCode,
  editProposal,
  giveAdvice,
  type Plan,
  type ProposalId,
  startProposal,
  startReview,
  submitProposal,
  withdrawProposal,
} from "@hevel/core";
import { type Act, cents, type PlanPlot, type ProposalPlot } from "./plot.ts";
import { atHome, atWork } from "./scene.ts";
import { known, type Stage, staffMember } from "./stage.ts";

/** What changes in a plan later on. */
type PlanChange = Partial<Pick<PlanPlot, "summary" | "what" | "why" | "budget" | "own" | "partners" | "helpAsked">>;

/** The plan as it is sent in. */
export function planOf(stage: Stage, plot: PlanPlot): Plan {
  const { title, summary, what, why, themes, audience, district, milestones, budget, own, partners, helpAsked } = plot;
  return {
    title,
    summary,
    what,
    why,
    themes: [...themes],
    audience,
    districts: district === "all" ? "all" : [district].flat().map((code) => DistrictCode.parse(code)),
    milestones: milestones.map(([name, daysAgo], index) => ({
      id: `m${index + 1}`,
      title: name,
      plannedOn: stage.days.on(daysAgo),
    })),
    budgetLines: budget.map(([category, description, euros], index) => ({
      id: `b${index + 1}`,
      category,
      description,
      amountCents: cents(euros),
    })),
    ownContributionCents: cents(own?.[0] ?? 0),
    ownContribution: own?.[1] ?? "",
    partners: (partners ?? []).map(([name, sector, contribution], index) => ({
      id: `p${index + 1}`,
      name,
      sector,
      contribution,
    })),
    helpAsked: helpAsked ?? "",
  };
}

const idOf = (stage: Stage, { key }: ProposalPlot): ProposalId => known(stage.proposals, key).proposalId;
const writerOf = (stage: Stage, { writer }: ProposalPlot) => known(stage.people, writer);

async function start(stage: Stage, deps: Deps, plot: ProposalPlot, draft: Partial<Plan>) {
  const enterpriseId = known(stage.enterprises, plot.enterprise);
  const started = await startProposal(deps, writerOf(stage, plot), { enterpriseId, draft });
  stage.proposals.set(plot.key, { proposalId: started.id });
  return started;
}

/** A draft that is only half written, and stays so. */
export function drafted(daysAgo: number): Act {
  return (plot) =>
    atHome(daysAgo, (stage, deps) => {
      const { title, summary, what, themes, districts } = planOf(stage, plot.plan);
      return start(stage, deps, plot, { title, summary, what, themes, districts });
    });
}

/** Written and sent in. */
export function submitted(daysAgo: number): Act {
  return (plot) =>
    atHome(daysAgo, async (stage, deps) => {
      const { id, revision } = await start(stage, deps, plot, planOf(stage, plot.plan));
      await submitProposal(deps, writerOf(stage, plot), { proposalId: id, revision });
    });
}

/** Changed before the review began. */
export function edited(daysAgo: number, note: string, change: PlanChange): Act {
  return (plot) =>
    atHome(daysAgo, async (stage, deps) => {
      const plan = planOf(stage, { ...plot.plan, ...change });
      await editProposal(deps, writerOf(stage, plot), { proposalId: idOf(stage, plot), plan, note });
    });
}

/** Taken up by its officer. */
export function reviewed(daysAgo: number): Act {
  return (plot) =>
    atWork(daysAgo, (stage, deps) =>
      startReview(deps, staffMember(stage, plot.officer), { proposalId: idOf(stage, plot) }),
    );
}

/** A question of the officer, which stops the clock. */
export function completionAsked(daysAgo: number, question: string): Act {
  return (plot) =>
    atWork(
      daysAgo,
      (stage, deps) =>
        askCompletion(deps, staffMember(stage, plot.officer), { proposalId: idOf(stage, plot), question }),
      14,
    );
}

/** The answer to that question. */
export function completed(daysAgo: number, note: string, change: PlanChange): Act {
  return (plot) =>
    atHome(daysAgo, async (stage, deps) => {
      const plan = planOf(stage, { ...plot.plan, ...change });
      await completeProposal(deps, writerOf(stage, plot), { proposalId: idOf(stage, plot), plan, note });
    });
}

/** What the officer advises, for everybody to read. */
export function advised(
  daysAgo: number,
  advice: {
    readonly outcome: "award" | "award-in-part" | "reject";
    readonly reason: string;
    readonly euros: number;
    readonly costingNote?: string;
  },
): Act {
  const { outcome, reason, euros, costingNote = "" } = advice;
  return (plot) =>
    atWork(
      daysAgo,
      (stage, deps) =>
        giveAdvice(deps, staffMember(stage, plot.officer), {
          proposalId: idOf(stage, plot),
          advice: { outcome, reason, costingCents: cents(euros), costingNote },
        }),
      11,
    );
}

/** Taken back by its board. */
export function withdrawn(daysAgo: number, reason: string): Act {
  return (plot) =>
    atHome(daysAgo, (stage, deps) =>
      withdrawProposal(deps, writerOf(stage, plot), { proposalId: idOf(stage, plot), reason }),
    );
}
