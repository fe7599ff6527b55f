import * as z from "zod";
import { dateIn, IsoDate, IsoInstant } from "../calendar.ts";
import { FormalMessageId } from "../ids.ts";
import { writeLetter } from "../letter/write.ts";
import { limits } from "../limits.ts";
import { type Act, type Keyed, once } from "../once.ts";
import { parse } from "../parse.ts";
import { humanHash } from "../person/mailbox.ts";
import type { Actor, Deps } from "../ports.ts";
import { addressPrefix } from "../sign-in/address-prefix.ts";
import { usesOfShared } from "../sign-in/shared-target.ts";
import type { Use } from "../sign-in/within-limit.ts";
import { claimAttachments } from "./attachments.ts";
import { copyOf } from "./copy.ts";
import { type FormalCase, type FormalMessage, NewFormalMessage } from "./formal-message.ts";
import { messagePath } from "./link.ts";
import { referenceOf } from "./reference.ts";
import { type FoundSubject, findSubject } from "./subject.ts";
import { answerBy } from "./term.ts";

/** What the sender gets to see and to keep. `copy` is the text whose SHA-256 (hex, of UTF-8) is `sha256`. */
export const FormalReceipt = z
  .object({
    id: FormalMessageId,
    reference: z.string(),
    receivedAt: IsoInstant,
    sha256: z.string(),
    copy: z.string(),
    answerBy: IsoDate,
    objectionUntil: IsoDate.optional(),
    isLate: z.boolean(),
    /** Page of the site where the sender adds to it or takes it back; its secret stands in the fragment. */
    path: z.string(),
  })
  .meta({ id: "FormalReceipt" });
export type FormalReceipt = z.infer<typeof FormalReceipt>;

const perDay = (name: string, max: number) => ({ name, max, minutes: 24 * 60 });
const rules = {
  network: perDay("formal-network", limits.formalPerNetworkDayMax),
  subject: perDay("formal-subject", limits.formalPerSubjectDayMax),
} as const;
const perSender = {
  name: "formal-sender",
  perNetwork: limits.formalPerSenderDayMax,
  total: limits.formalPerSenderDayTotalMax,
  newcomers: limits.newcomersPerTargetDayMax,
};

/**
 * Receives a formal message, from anybody, without an account. It counts from this moment: no link has to be pressed first
 * (Awb 2:13 and on). The receipt goes to the address given and holds none of the typed words, so that nobody can have words
 * of their own sent to a stranger in the municipality's name. A late objection is received too, and says so.
 * @throws DomainError `invalid`; `not-found` for a subject that is not there; `limit-reached`, `idempotency-mismatch`.
 */
export async function sendFormalMessage(
  deps: Deps,
  actor: Actor,
  input: z.input<typeof NewFormalMessage> & Keyed,
  caller: { readonly ip: string },
): Promise<FormalReceipt> {
  const { idempotencyKey: key, ...rest } = input;
  const message = parse(NewFormalMessage, rest);
  const request = { sendFormalMessage: message };
  // What is not there is refused before it counts.
  if (message.subject !== undefined) await findSubject(deps, actor, message.subject);
  const uses = async () => usesOf(deps, message, caller);
  return once(deps, { key, request, remembered: "for-a-while", uses }, () => receive(deps, actor, message));
}

function usesOf(
  { digest }: Deps,
  { email, subject, kind }: NewFormalMessage,
  { ip }: { readonly ip: string },
): readonly Use[] {
  const network = addressPrefix(ip);
  // Nobody confirmed this address: whoever writes under it from elsewhere never keeps its owner from objecting.
  const sender = usesOfShared(perSender, humanHash(digest, email), network);
  const about = subject === undefined ? kind : `${subject.about}:${subject.id}`;
  // Of one network about one thing: whoever writes from elsewhere is never kept from objecting by it.
  return [
    { rule: rules.network, subject: network },
    ...sender,
    { rule: rules.subject, subject: `${network} ${about}` },
  ];
}

async function receive(deps: Deps, actor: Actor, sent: NewFormalMessage): Promise<Act<FormalReceipt>> {
  const { subject } = sent;
  const found = subject === undefined ? undefined : await findSubject(deps, actor, subject);
  const stranger = subject === undefined ? undefined : await findSubject(deps, { kind: "visitor" }, subject);
  const id = deps.ids.next("fml");
  const receivedAt = deps.clock.now().toISOString();
  const { kept, changes } = await claimAttachments(deps, id, sent.attachments);
  const bare = { ...sent, id, reference: referenceOf(id, receivedAt), attachments: kept, receivedAt };
  const copy = copyOf(bare);
  const message: FormalMessage = { ...bare, sha256: deps.digest.of(copy) };
  const { title: publicTitle } = stranger ?? {};
  const standing = { ...caseOf(deps, message, found), ...(publicTitle === undefined ? {} : { publicTitle }) };
  const { reference, dueOn, isLate } = standing;
  const term =
    sent.kind === "objection" && found?.objectionUntil !== undefined ? { objectionUntil: found.objectionUntil } : {};
  const path = messagePath(deps.digest, id);
  const { sha256 } = message;
  return {
    changes: [
      { put: "formal-message", record: message },
      { put: "formal-case", record: standing },
      ...changes,
      writeLetter(deps, "formal-receipt", sent.email, {
        messageKind: sent.kind,
        reference,
        receivedAt,
        sha256,
        attachments: kept.length,
        ...(publicTitle === undefined ? {} : { about: publicTitle }),
        ...(standing.decisionReference === undefined ? {} : { decisionReference: standing.decisionReference }),
        answerBy: dueOn,
        ...term,
        isLate,
        isSupplement: false,
        path,
      }),
    ],
    result: { id, reference, receivedAt, sha256, copy, answerBy: dueOn, ...term, isLate, path },
  };
}

function caseOf(deps: Deps, message: FormalMessage, found: FoundSubject | undefined): FormalCase {
  const { id, reference, kind, receivedAt } = message;
  const isObjection = kind === "objection";
  const until = isObjection ? found?.objectionUntil : undefined;
  return {
    id,
    reference,
    kind,
    ...(found?.title === undefined ? {} : { title: found.title }),
    ...(found?.reference === undefined ? {} : { decisionReference: found.reference }),
    ...(until === undefined ? {} : { objectionUntil: until }),
    isLate: until !== undefined && dateIn(new Date(receivedAt)) > until,
    ...(found === undefined ? {} : { enterpriseId: found.enterprise.id }),
    notBy: isObjection ? [...(found?.notBy ?? [])] : [],
    status: "received",
    receivedAt,
    dueOn: answerBy(deps, kind, until),
    steps: 0,
    revision: 0,
  };
}
