import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import type { FormalMessageId } from "../ids.ts";
import { FormalMessageId as Id } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import { FormalKind, FormalOutcome, FormalStatus, FormalStep, openToSender } from "./formal-message.ts";
import { findByLink } from "./link.ts";

/** How a message stands, as its sender reads it by the link: what city hall said, and not once more what was typed. */
export const FormalStandingView = z
  .object({
    id: Id,
    reference: z.string(),
    kind: FormalKind,
    about: z.string().optional(),
    status: FormalStatus,
    receivedAt: IsoInstant,
    answerBy: IsoDate,
    objectionUntil: IsoDate.optional(),
    isLate: z.boolean(),
    steps: z.array(
      z.object({
        at: IsoInstant,
        act: FormalStep.shape.act,
        outcome: FormalOutcome.optional(),
        /** City hall's own words; of the sender's there are none. */
        reason: z.string().optional(),
      }),
    ),
    /** Whether the sender can still add to it, or take it back. */
    isOpen: z.boolean(),
  })
  .meta({ id: "FormalStanding" });
export type FormalStandingView = z.infer<typeof FormalStandingView>;

/** How a message stands, for who has the link of its letter. @throws DomainError `not-found`. */
export async function readFormalMessage(
  deps: Deps,
  _actor: Actor,
  { messageId, secret }: { readonly messageId: FormalMessageId; readonly secret: string },
): Promise<FormalStandingView> {
  const found = await findByLink(deps, messageId, secret);
  const steps = await deps.store.listAll("steps-of-message", { messageId });
  const { id, reference, kind, title, status, receivedAt, dueOn, objectionUntil, isLate } = found;
  const open: readonly FormalStatus[] = openToSender.from;
  return {
    id,
    reference,
    kind,
    ...(title === undefined ? {} : { about: title }),
    status,
    receivedAt,
    answerBy: dueOn,
    ...(objectionUntil === undefined ? {} : { objectionUntil }),
    isLate,
    steps: steps.map(({ at, act, outcome, words }) => ({
      at,
      act,
      ...(outcome === undefined ? {} : { outcome, reason: words }),
    })),
    isOpen: open.includes(status),
  };
}
