import * as z from "zod";
import { assertRole } from "../actor.ts";
import { isOnBoard } from "../at-commit.ts";
import { IsoDate } from "../calendar.ts";
import { DomainError, errorCodes } from "../errors.ts";
import { EnterpriseId, type FileId, type FormalMessageId } from "../ids.ts";
import type { Actor, Deps } from "../ports.ts";
import {
  FormalCase,
  FormalMessage,
  FormalOutcome,
  FormalStep,
  formalOutcomes,
  openToSender,
} from "./formal-message.ts";
import { findMessage } from "./link.ts";
import { appealIfAnsweredToday } from "./term.ts";

/** A message with everything that happened to it, for who works on it. */
export const FormalMessageView = z
  .object({
    ...FormalMessage.omit({ attachments: true }).shape,
    ...FormalCase.pick({
      title: true,
      decisionReference: true,
      objectionUntil: true,
      isLate: true,
      status: true,
      dueOn: true,
      forgetOn: true,
    }).shape,
    attachments: FormalMessage.shape.attachments,
    enterprise: z.object({ id: EnterpriseId, name: z.string() }).optional(),
    steps: z.array(z.object(FormalStep.omit({ messageId: true, by: true }).shape)),
    /** How a message of this kind can end. */
    outcomes: z.array(FormalOutcome),
    /** The last day to go to court, when an objection is answered today. */
    appealUntilIfAnsweredToday: IsoDate.optional(),
    /** Whether there is still something to do; `refusal` says why the reader may not. */
    isOpen: z.boolean(),
    refusal: z.enum(errorCodes).optional(),
  })
  .meta({ id: "FormalMessageView" });
export type FormalMessageView = z.infer<typeof FormalMessageView>;

/**
 * Reads a message. For officer and clerk, who work with it, and for who audits; never in public.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`.
 */
export async function getFormalMessage(
  deps: Deps,
  actor: Actor,
  { messageId: id }: { readonly messageId: FormalMessageId },
): Promise<FormalMessageView> {
  assertRole(actor, "officer", "clerk", "auditor");
  const [message, standing, steps, me] = await Promise.all([
    findMessage(deps, id),
    deps.store.get("formal-case", { id }),
    deps.store.listAll("steps-of-message", { messageId: id }),
    deps.store.get("person", { id: actor.personId }),
  ]);
  if (standing === undefined) throw new DomainError("not-found", "There is no such message.");
  const { enterpriseId, notBy, revision: _revision, steps: _count, publicTitle: _public, ...now } = standing;
  const enterprise = enterpriseId === undefined ? undefined : await deps.store.get("enterprise", { id: enterpriseId });
  const open: readonly string[] = openToSender.from;
  const isOwn = enterprise !== undefined && me !== undefined && isOnBoard(me, enterprise);
  const refusal = !actor.roles.includes("officer")
    ? "forbidden"
    : isOwn
      ? "own-interest"
      : notBy.includes(actor.personId)
        ? "four-eyes"
        : undefined;
  const appealUntil = appealIfAnsweredToday(deps, standing.kind);
  return {
    ...message,
    ...now,
    ...(appealUntil === undefined ? {} : { appealUntilIfAnsweredToday: appealUntil }),
    ...(enterprise === undefined ? {} : { enterprise: { id: enterprise.id, name: enterprise.profile.name } }),
    steps: steps.map(({ messageId: _message, by: _by, ...step }) => step),
    outcomes: [...formalOutcomes[standing.kind]],
    isOpen: open.includes(standing.status),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** A link to a file of a message, for a minute. @throws DomainError `unauthenticated`, `forbidden`, `not-found`. */
export async function linkFormalFile(
  deps: Deps,
  actor: Actor,
  { messageId, fileId }: { readonly messageId: FormalMessageId; readonly fileId: FileId },
): Promise<{ readonly url: string; readonly expiresAt: string }> {
  const { attachments, steps } = await getFormalMessage(deps, actor, { messageId });
  const all = [...attachments, ...steps.flatMap((step) => step.attachments)];
  const [found, file] = [all.find((one) => one.fileId === fileId), await deps.store.get("file", { id: fileId })];
  if (found === undefined || file === undefined) throw new DomainError("not-found", "There is no such file.");
  return deps.files.link(file, found.name);
}
