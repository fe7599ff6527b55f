import * as z from "zod";
import { endOfTerm } from "../calendar.ts";
import { next } from "../change.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { askedBy, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import { addressHash, isSameMailbox } from "../person/mailbox.ts";
import type { Actor, Deps } from "../ports.ts";
import { isUnwanted, type LetterCaller, refusalPathFor, usesOfLetter } from "../sign-in/letter-asked.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { Email } from "../text.ts";
import { type Follow, FollowSubject } from "./follow.ts";
import { followIdOf } from "./follow-id.ts";
import { subjectName } from "./subject-name.ts";
import type { FollowAsked } from "./view.ts";

/** Input of following. Without `email`: the address somebody is signed in with. */
export const FollowRequest = z
  .strictObject({ subject: FollowSubject, email: Email.optional() })
  .meta({ id: "FollowRequest" });

/**
 * Follows a proposal, enterprise or district. An address that is not the actor's own gets a letter to confirm it, and the
 * answer and the work are the same whether it follows already or not: nobody learns what somebody else reads.
 * @throws DomainError `invalid`; `not-found`; `limit-reached`; `idempotency-mismatch`.
 */
export async function startFollow(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof FollowRequest> & Keyed,
  caller: LetterCaller,
): Promise<FollowAsked> {
  const { idempotencyKey: key, ...rest } = input;
  const own = actor.kind === "resident" ? actor.email : undefined;
  const { subject, email = "" } = parse(FollowRequest, rest.email === undefined ? { ...rest, email: own ?? "" } : rest);
  const isOwn = own !== undefined && isSameMailbox(email, own);
  const uses = () => usesOfLetter(deps, "follow", email, caller);
  const request = { verb: "follow", by: askedBy(actor), subject, email };
  return once<FollowAsked>(deps, { key, request, remembered: "for-a-while", ...(isOwn ? {} : { uses }) }, async () => {
    const name = await subjectName(deps, subject);
    return {
      changes: await keep(deps, subject, email, isOwn ? { isConfirmed: true } : { isConfirmed: false, name, caller }),
      result: { status: isOwn ? "following" : "letter-sent", name },
    };
  });
}

async function keep(
  deps: Deps,
  subject: Follow["subject"],
  email: string,
  how:
    | { readonly isConfirmed: true }
    | { readonly isConfirmed: false; readonly name: string; readonly caller: LetterCaller },
): Promise<readonly Change[]> {
  if (!how.isConfirmed && (await isUnwanted(deps, email, how.caller))) return [];
  const now = deps.clock.now();
  const createdAt = now.toISOString();
  const emailHash = addressHash(deps.digest, email);
  const id = followIdOf(deps.digest, subject, emailHash);
  const secret = deps.ids.secret();
  const earlier = await deps.store.get("follow", { id });
  const fields: Partial<Follow> = how.isConfirmed
    ? { status: "confirmed", confirmedAt: earlier?.confirmedAt ?? createdAt }
    : {
        confirmHash: deps.digest.of(secret),
        expiresAt: endOfTerm(now, limits.followConfirmDays),
      };
  const fresh: Follow = { id, subject, email, emailHash, status: "awaiting-confirmation", createdAt, revision: 0 };
  const path = sitePaths.followConfirmation(id, secret);
  return [
    earlier === undefined
      ? { put: "follow", record: { ...fresh, ...fields }, refusal: "stale" }
      : next("follow", earlier, fields),
    ...(how.isConfirmed
      ? []
      : [
          writeLetter(deps, "follow-confirm", email, {
            subject: how.name,
            isKnownName: subject.kind !== "proposal",
            path,
            refusalPath: refusalPathFor(deps, email, how.caller),
          }),
        ]),
  ];
}
