import { assertBoardOrRole } from "../actor.ts";
import type { EnterpriseId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { type BoardView, viewBoard } from "./board-view.ts";
import { findEnterprise } from "./find.ts";

/** The board, the bank account and what stands between the enterprise and money: for its board and for city hall. */
export async function getBoard(
  deps: Deps,
  actor: Actor,
  input: { readonly enterpriseId: EnterpriseId },
): Promise<BoardView> {
  const enterprise = await findEnterprise(deps, input.enterpriseId);
  assertBoardOrRole(actor, enterprise, "officer", "finance", "council", "auditor");
  const view = viewBoard(deps, actor, enterprise);
  if (actor.kind !== "staff") return view;
  const mandates = await deps.store.listAll("mandates-of-enterprise", { enterpriseId: enterprise.id });
  return { ...view, hasMandate: mandates.some(({ status }) => status !== "closed") };
}
