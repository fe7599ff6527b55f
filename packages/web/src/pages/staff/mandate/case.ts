import type { Evaluation, Mandate, Proposal } from "../../../reading/answers.ts";
import { answer, api } from "../../../reading/api.ts";
import type { Endings, Evaluations } from "../answers.ts";

/** A mandate with what is being said of it; the latter is undefined for a role that reads it only once it is public. */
export interface MandateCase {
  readonly mandate: Mandate;
  /** Who has it, what comes next, and by when. */
  readonly standing: Proposal["standing"];
  readonly evaluations: Evaluations | undefined;
  /** What is public of it, for every role; of many voices a part. */
  readonly published: readonly Evaluation[];
  readonly isPublishedInPart: boolean;
  /** What was prepared for its end, newest first. */
  readonly endings: Endings;
}

/** Reads a mandate for city hall. @throws Refused `forbidden` for who does not work on mandates, `not-found`. */
export async function readMandate(asked: { mandateId: string; seesEvaluations: boolean }): Promise<MandateCase> {
  const param = { mandateId: asked.mandateId };
  const [mandate, evaluations, endings] = await Promise.all([
    answer(api.mandates[":mandateId"].$get({ param })),
    asked.seesEvaluations ? answer(api.mandates[":mandateId"].evaluations.$get({ param })) : undefined,
    answer(api.mandates[":mandateId"].endings.$get({ param })),
    // What a mandate is, everybody may know; this page is for who works on it, which the work list says.
    answer(api["work-list"].$get({ query: {} })),
  ]);
  const { proposalId } = mandate;
  const proposal = await answer(api.proposals[":proposalId"].$get({ param: { proposalId } }));
  const { standing, evaluations: published, more } = proposal;
  return { mandate, standing, evaluations, published, isPublishedInPart: more.evaluations !== undefined, endings };
}

/** What is written so far, in the form in which it will be public. */
export function voicesOf(evaluations: Evaluations): readonly Evaluation[] {
  const { mandateId, enterprise, officer, residents } = evaluations;
  const shared = ({ id, writtenAt }: { readonly id: Evaluation["id"]; readonly writtenAt: string }) => ({
    id,
    mandateId,
    publishedAt: writtenAt,
  });
  return [
    ...(enterprise === undefined
      ? []
      : [{ by: "enterprise" as const, content: enterprise.content, ...shared(enterprise) }]),
    ...(residents ?? []).map((voice) => ({ by: "resident" as const, content: voice.content, ...shared(voice) })),
    ...(officer === undefined ? [] : [{ by: "officer" as const, content: officer.content, ...shared(officer) }]),
  ];
}
