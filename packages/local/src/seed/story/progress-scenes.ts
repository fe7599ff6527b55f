import {
  type Actor,
  askEvaluation,
  confirmFollow,
  type Deps,
  type EndingDraft,
  evaluateAsResident,
  FollowId,
  type FollowSubject,
  fanOut,
  getMandate,
  type MandateView,
  type MilestoneOutcome,
  postUpdate,
  prepareEnding,
  reachMilestone,
  startFollow,
  takeEnding,
  writeEnterpriseEvaluation,
  writeOfficerEvaluation,
} from "@hevel/core";
import { onceKey } from "./once-key.ts";
import type { Act, PlotPhoto } from "./plot.ts";
import { emailOf } from "./residents.ts";
import { atHome, atWork, atWorkOnPot } from "./scene.ts";
import { known, mandateOf, type Stage, secretsIn, staffMember, upload } from "./stage.ts";

/** A promise that was kept: the milestone with this number in the plan, 1 for the first. */
export function reached(daysAgo: number, milestone: number, note: string): Act {
  return (plot) =>
    atHome(
      daysAgo,
      (stage, deps) =>
        reachMilestone(deps, known(stage.people, plot.writer), {
          mandateId: mandateOf(stage, plot.key),
          milestoneId: `m${milestone}`,
          reachedOn: stage.days.on(daysAgo),
          note,
        }),
      17,
    );
}

/** News of the board, with or without a photo. */
export function news(daysAgo: number, title: string, body: string, photo?: PlotPhoto): Act {
  return (plot) =>
    atHome(
      daysAgo,
      async (stage, deps) => {
        const writer = known(stage.people, plot.writer);
        const { proposalId } = known(stage.proposals, plot.key);
        const enterpriseId = known(stage.enterprises, plot.enterprise);
        const shown =
          photo === undefined
            ? {}
            : {
                photoId: await upload(deps, writer, enterpriseId, "photo", await stage.photo(photo.picture)),
                photoAlt: photo.alt,
              };
        const { id } = await postUpdate(deps, writer, { proposalId, title, body, ...shown });
        await fanOut(deps, { id, proposalId });
      },
      20,
    );
}

/** Somebody who is signed in follows the proposal. */
export function followedBy(daysAgo: number, ...people: readonly string[]): Act {
  return (plot) =>
    atHome(daysAgo, async (stage, deps) => {
      const subject = { kind: "proposal", id: known(stage.proposals, plot.key).proposalId } as const;
      for (const who of people) await startFollow(deps, known(stage.people, who), { subject }, { ip: "192.0.2.2" });
    });
}

/** Somebody who leaves only an address follows, and confirms it by the letter. */
export async function followByLetter(stage: Stage, deps: Deps, subject: FollowSubject, who: string): Promise<void> {
  const visitor: Actor = { kind: "visitor" };
  const email = emailOf(who);
  await startFollow(deps, visitor, { subject, email }, { ip: "192.0.2.3" });
  const [id = "", secret = ""] = secretsIn(stage.outbox.pathTo("follow-confirm", email));
  await confirmFollow(deps, visitor, { followId: FollowId.parse(id), secret });
}

/** The officer asks how it went. */
export function evaluationAsked(daysAgo: number): Act {
  return (plot) =>
    atWork(daysAgo, (stage, deps) =>
      askEvaluation(deps, staffMember(stage, plot.officer), { mandateId: mandateOf(stage, plot.key) }),
    );
}

/** The enterprise's own account: an outcome for every milestone, in their order. */
export function toldByBoard(
  daysAgo: number,
  told: {
    readonly outcomes: readonly (readonly [reached: MilestoneOutcome["reached"], note?: string])[];
    readonly people: number;
    readonly hours: number;
    readonly learned: string;
  },
): Act {
  return (plot) =>
    atHome(daysAgo, (stage, deps) =>
      writeEnterpriseEvaluation(deps, known(stage.people, plot.writer), {
        mandateId: mandateOf(stage, plot.key),
        outcomes: told.outcomes.map(([reached, note], index) => ({
          milestoneId: `m${index + 1}`,
          reached,
          ...(note === undefined ? {} : { note }),
        })),
        peopleReached: told.people,
        volunteerHours: told.hours,
        learned: told.learned,
      }),
    );
}

/** What a resident thinks of it. */
export function judgedBy(daysAgo: number, who: string, score: number, sentence: string): Act {
  return (plot) =>
    atHome(daysAgo, (stage, deps) =>
      evaluateAsResident(
        deps,
        known(stage.people, who),
        { mandateId: mandateOf(stage, plot.key), score, sentence },
        { ip: "192.0.2.4" },
      ),
    );
}

/** What the officer thinks of it. */
export function judgedByOfficer(daysAgo: number, judgement: string, advice: string): Act {
  return (plot) =>
    atWork(
      daysAgo,
      (stage, deps) =>
        writeOfficerEvaluation(deps, staffMember(stage, plot.officer), {
          mandateId: mandateOf(stage, plot.key),
          judgement,
          advice,
        }),
      14,
    );
}

/** The officer prepares the end and the college takes it: every voice becomes public, and what was never paid flows back. */
export function ended(daysAgo: number, motivation: string): Act {
  return (plot) =>
    atWorkOnPot(daysAgo, async (stage, deps) => {
      const mandateId = mandateOf(stage, plot.key);
      const mandate = await getMandate(deps, staffMember(stage, plot.officer), { mandateId });
      const { endingId } = await prepareEnding(deps, staffMember(stage, plot.officer), {
        mandateId,
        draft: draftOf(mandate, motivation),
      });
      const idempotencyKey = onceKey(plot.key, "end");
      await takeEnding(deps, staffMember(stage, "bram"), { mandateId, endingId, idempotencyKey });
    });
}

function draftOf({ decisionReference, balances }: MandateView, motivation: string): EndingDraft {
  const draft = {
    reference: `${decisionReference}-E`,
    legalBasis: "artikel 4:46 van de Algemene wet bestuursrecht",
    motivation,
  };
  if (balances.paidNotSpentCents === 0) return draft;
  const claim = {
    reference: `${decisionReference}-T`,
    legalBasis: "artikel 4:57 van de Algemene wet bestuursrecht",
    motivation: "Dit bedrag is betaald en niet uitgegeven. Het gaat terug naar de pot.",
  };
  return { ...draft, claim };
}
