import * as z from "zod";
import { assertRole } from "../actor.ts";
import { dateIn } from "../calendar.ts";
import type { Actor, Deps } from "../ports.ts";
import { FormalCase } from "./formal-message.ts";

/** A line of the register of formal messages: no name, no address and no word of the sender. */
export const FormalMessageRow = z
  .object(
    FormalCase.pick({
      id: true,
      reference: true,
      kind: true,
      title: true,
      decisionReference: true,
      status: true,
      receivedAt: true,
      dueOn: true,
      isLate: true,
    }).shape,
  )
  .meta({ id: "FormalMessageRow" });
export type FormalMessageRow = z.infer<typeof FormalMessageRow>;

/** The messages of a calendar year (without: this one), newest first. @throws DomainError `unauthenticated`, `forbidden`. */
export async function listFormalMessages(
  deps: Deps,
  actor: Actor,
  input: { readonly year?: string | undefined; readonly cursor?: string | undefined } = {},
): Promise<{ items: FormalMessageRow[]; cursor?: string }> {
  assertRole(actor, "officer", "clerk", "auditor");
  const year = input.year ?? dateIn(deps.clock.now()).slice(0, 4);
  const paging = { newestFirst: true, ...(input.cursor === undefined ? {} : { cursor: input.cursor }) };
  const page = await deps.store.list("messages-of-year", { year }, paging);
  const items = page.items.map((row) => FormalMessageRow.parse(row));
  return { items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}
