import { next } from "../change.ts";
import { findEnterprise } from "../enterprise/find.ts";
import { invariant } from "../errors.ts";
import { findMandate } from "../mandate/find.ts";
import type { Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import { visibilityOfProposal } from "../visibility/visibility.ts";
import { type FoundTarget, missing, type Of, readProposal } from "./found-target.ts";
import type { Hidden, ModerationTarget } from "./moderation.ts";
import { ofAttachment } from "./of-attachment.ts";
import { ofExpense } from "./of-expense.ts";
import { ofPassage } from "./of-passage.ts";

/** Reads a target. @throws DomainError `not-found`. */
export function findTarget(deps: Deps, target: ModerationTarget): Promise<FoundTarget> {
  switch (target.kind) {
    case "enterprise":
      return ofEnterprise(deps, target);
    case "proposal":
      return ofProposal(deps, target);
    case "passage":
      return ofPassage(deps, target);
    case "attachment":
      return ofAttachment(deps, target);
    case "expense":
      return ofExpense(deps, target);
    case "update":
      return ofUpdate(deps, target);
    case "milestone":
      return ofMilestone(deps, target);
    case "evaluation":
      return ofEvaluation(deps, target);
  }
}

async function ofEnterprise(deps: Deps, { enterpriseId }: Of<"enterprise">): Promise<FoundTarget> {
  const enterprise = await findEnterprise(deps, enterpriseId);
  const { profile, hidden } = enterprise;
  return {
    enterprise,
    title: profile.name,
    words: [profile.name, profile.story, ...profile.askUs].join("\n"),
    path: sitePaths.enterprise(enterpriseId),
    hidden,
    isReadable: visibilityOfProposal({ status: "submitted" }, enterprise).isPublic,
    author: "board",
    mark: (next_) => [next("enterprise", enterprise, { hidden: next_ })],
  };
}

async function ofProposal(deps: Deps, { proposalId }: Of<"proposal">): Promise<FoundTarget> {
  const { proposal, plan, enterprise, visibility } = await readProposal(deps, proposalId);
  return {
    enterprise,
    title: plan.title,
    words: [plan.title, plan.summary, plan.what, plan.why].join("\n"),
    path: sitePaths.proposal(proposalId),
    hidden: proposal.hidden,
    isReadable: visibility.isPublic,
    author: "board",
    ...(proposal.mandateId === undefined ? {} : { staysPublic: true }),
    // What was awarded is not hidden; what was hidden before the award is shown again.
    mark: (hidden) =>
      hidden === undefined
        ? [next("proposal", proposal, { hidden, isUnlisted: undefined })]
        : [
            next("proposal", proposal, { hidden, isUnlisted: true }, [
              { field: "mandateId", is: "absent", refusal: "wrong-state" },
            ]),
          ],
  };
}

async function ofUpdate(deps: Deps, { proposalId, updateId }: Of<"update">): Promise<FoundTarget> {
  const [{ plan, enterprise, visibility }, update] = await Promise.all([
    readProposal(deps, proposalId),
    deps.store.get("update", { id: updateId, proposalId }),
  ]);
  if (update === undefined) throw missing();
  const photo = update.photoId === undefined ? undefined : await deps.store.get("file", { id: update.photoId });
  // The line in the stream has the headline of the news in it.
  const events = await deps.store.listAll("events-of-proposal", { proposalId });
  const event = events.find(({ facts }) => facts["updateId"] === updateId);
  return {
    enterprise,
    title: plan.title,
    words: `${update.title}\n${update.body}`,
    path: sitePaths.proposal(proposalId),
    hidden: update.hidden,
    isReadable: visibility.isPublic && update.hidden === undefined,
    author: "board",
    mark: (hidden) => [
      next("update", update, { hidden }),
      ...(photo === undefined ? [] : [next("file", photo, { isHidden: hidden === undefined ? undefined : true })]),
      ...(event === undefined
        ? []
        : [{ replace: "event" as const, record: { ...event, facts: headed(event.facts, hidden, update) }, when: [] }]),
    ],
  };
}

function headed(
  facts: Readonly<Record<string, string | number>>,
  hidden: Hidden | undefined,
  { title }: { title: string },
) {
  const { headline: _gone, ...rest } = facts;
  return hidden === undefined ? { ...rest, headline: title } : rest;
}

async function ofMilestone(deps: Deps, { mandateId, milestoneId }: Of<"milestone">): Promise<FoundTarget> {
  const { mandate, enterprise } = await findMandate(deps, mandateId);
  const milestone = mandate.milestones.find(({ id }) => id === milestoneId);
  if (milestone?.reachedOn === undefined) throw missing();
  return {
    enterprise,
    title: mandate.title,
    words: `${milestone.title}\n${milestone.note ?? ""}`.trim(),
    path: sitePaths.proposal(mandate.proposalId),
    hidden: milestone.hidden,
    isReadable: visibilityOfProposal({ status: "awarded" }, enterprise).isPublic && milestone.hidden === undefined,
    author: "board",
    mark: (hidden) => {
      const { hidden: _before, ...bare } = milestone;
      const marked = hidden === undefined ? bare : { ...bare, hidden };
      return [
        next("mandate", mandate, {
          milestones: mandate.milestones.map((each) => (each.id === milestoneId ? marked : each)),
        }),
      ];
    },
  };
}

async function ofEvaluation(deps: Deps, { mandateId, evaluationId }: Of<"evaluation">): Promise<FoundTarget> {
  const { mandate, enterprise } = await findMandate(deps, mandateId);
  const voices = await deps.store.listAll("evaluations-of-mandate", { mandateId });
  const voice = voices.find(({ id }) => id === evaluationId);
  if (voice === undefined || mandate.evaluationPublishedAt === undefined) throw missing();
  const { content } = voice;
  const words =
    "sentence" in content
      ? content.sentence
      : "learned" in content
        ? content.learned
        : [content.judgement, content.advice].join("\n");
  invariant(words !== "", `evaluation ${evaluationId} says something`);
  return {
    enterprise,
    title: mandate.title,
    words,
    path: sitePaths.evaluations(mandate.proposalId),
    hidden: voice.hidden,
    isReadable: visibilityOfProposal({ status: "closed" }, enterprise).isPublic && voice.hidden === undefined,
    author: voice.by === "enterprise" ? "board" : voice.by === "officer" ? voice.writtenBy : "resident",
    mark: (hidden) => [next("evaluation", voice, { hidden })],
  };
}
