import { DomainError } from "../errors.ts";
import type { MandateId } from "../ids.ts";
import { limits } from "../limits.ts";
import { findMandate } from "../mandate/find.ts";
import type { Actor, Deps } from "../ports.ts";
import type { Page } from "../store.ts";
import { maySee } from "../visibility/visibility.ts";
import { type PublishedEvaluation, publishedEvaluations } from "./published.ts";

type Asked = { readonly mandateId: MandateId; readonly cursor?: string | undefined };

/** What is public of the voices about a mandate, a part at a time. Public. @throws DomainError `not-found`, `invalid` (cursor). */
export async function listPublishedEvaluations(
  deps: Deps,
  actor: Actor,
  input: Asked,
): Promise<Page<PublishedEvaluation>> {
  const { mandate, enterprise } = await findMandate(deps, input.mandateId);
  if (!maySee(actor, enterprise)) throw new DomainError("not-found", "There is no such mandate.");
  return readPublished(deps, { ...input, evaluationPublishedAt: mandate.evaluationPublishedAt });
}

/** A part of them: with the first come the enterprise and the officer, whose voices are one each. Nothing before they are public. */
export async function readPublished(
  { store }: Deps,
  { mandateId, cursor, ...mandate }: Asked & { readonly evaluationPublishedAt: string | undefined },
): Promise<Page<PublishedEvaluation>> {
  if (mandate.evaluationPublishedAt === undefined) return { items: [] };
  const paging = { limit: limits.voicesShownMax, ...(cursor === undefined ? {} : { cursor }) };
  const [page, enterprise, officer] = await Promise.all([
    store.list("evaluations-of-mandate", { mandateId }, paging),
    cursor === undefined ? store.get("evaluation", { mandateId, author: "enterprise" }) : undefined,
    cursor === undefined ? store.get("evaluation", { mandateId, author: "officer" }) : undefined,
  ]);
  const residents = page.items.filter(({ by }) => by === "resident");
  const voices = [enterprise, ...residents, officer].filter((voice) => voice !== undefined);
  return { ...page, items: publishedEvaluations(mandate, voices) };
}
