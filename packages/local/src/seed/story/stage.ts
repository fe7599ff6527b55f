import { createHash, randomBytes } from "node:crypto";
import {
  type Actor,
  type AnnouncedType,
  addressHash,
  announceFile,
  type DecisionId,
  type Deps,
  type EnterpriseId,
  type ExpenseId,
  type FileId,
  type FilePurpose,
  finishUpload,
  type MandateId,
  type PotId,
  type ProposalId,
  requestSignIn,
  setMyName,
  signInResident,
  signInStaff,
  type TransferId,
} from "@hevel/core";
import { demoStaff } from "../staff.ts";
import type { HistoryOutbox } from "./history-outbox.ts";
import { emailOf, residents } from "./residents.ts";
import type { StoryDays } from "./story-days.ts";

type Resident = Extract<Actor, { kind: "resident" }>;

/** What a proposal has become so far. */
export interface ProposalSoFar {
  readonly proposalId: ProposalId;
  decisionId?: DecisionId;
  mandateId?: MandateId;
}

/** A file as somebody has it at hand. */
export interface FileAtHand {
  readonly bytes: Uint8Array;
  readonly contentType: AnnouncedType;
}

/** Everything the scenes of a story share: the days, the people, and what was made so far, by the names the story gives. */
export interface Stage {
  readonly days: StoryDays;
  readonly outbox: HistoryOutbox;
  /** Issuer of the identity provider, so that staff who sign in later are the same persons. */
  readonly issuer: string;
  readonly pots: Map<string, PotId>;
  readonly enterprises: Map<string, EnterpriseId>;
  readonly proposals: Map<string, ProposalSoFar>;
  readonly transfers: Map<string, TransferId>;
  readonly expenses: Map<string, ExpenseId>;
  readonly people: Map<string, Resident>;
  readonly staff: Map<string, Actor>;
  /** Photos are drawn ahead, while other scenes are played. */
  photo(name: string): Promise<FileAtHand>;
}

/** What the story called `name` before. */
export function known<V>(map: ReadonlyMap<string, V>, name: string): V {
  const value = map.get(name);
  if (value === undefined) throw new Error(`The story does not know ${name} yet.`);
  return value;
}

/** The mandate of a proposal that was awarded. */
export function mandateOf(stage: Stage, proposal: string): MandateId {
  const { mandateId } = known(stage.proposals, proposal);
  if (mandateId === undefined) throw new Error(`The story did not award ${proposal} yet.`);
  return mandateId;
}

/** Who acts for city hall. */
export const staffMember = (stage: Stage, username: string): Actor => known(stage.staff, username);

/** Signs everybody at city hall in for the first time, as their identity provider would. */
export async function arriveAtWork(stage: Stage, deps: Deps): Promise<void> {
  for (const { username, name, email, groups } of demoStaff) {
    const { session } = await signInStaff(
      deps,
      { kind: "visitor" },
      { issuer: stage.issuer, subject: username, name, email, groups: [...groups] },
    );
    const person = await deps.store.get("person", { id: session.personId });
    stage.staff.set(username, { kind: "staff", personId: session.personId, name, roles: person?.roles ?? [] });
  }
}

/** A resident, signed in by letter the first time somebody asks for them. */
export async function resident(stage: Stage, deps: Deps, who: string): Promise<Resident> {
  const here = stage.people.get(who);
  if (here !== undefined) return here;
  const email = emailOf(who);
  const browser = randomBytes(32).toString("base64url");
  const visitor: Actor = { kind: "visitor" };
  // An address of RFC 5737: it belongs to documentation, so to nobody.
  const { signInId } = await requestSignIn(deps, visitor, { email }, { ip: "192.0.2.1", browser });
  const secret = secretsIn(stage.outbox.pathTo("sign-in", email))[1] ?? "";
  const { opened } = await signInResident(deps, visitor, { signInId, secret }, browser);
  const actor: Resident = { kind: "resident", personId: opened.session.personId, email };
  await setMyName(deps, actor, { name: residents[who] ?? who });
  stage.people.set(who, actor);
  return actor;
}

/** Remembers somebody who took a seat by the letter that invited them. */
export async function rememberInvited(stage: Stage, deps: Deps, who: string): Promise<void> {
  const email = emailOf(who);
  const login = await deps.store.get("login", { hash: addressHash(deps.digest, email) });
  if (login !== undefined) stage.people.set(who, { kind: "resident", personId: login.personId, email });
}

/** The parts of the secret in the fragment of a letter's path. */
export const secretsIn = (path: string): readonly string[] => (path.split("#")[1] ?? "").split(".");

/** Uploads a file as a browser does: announced, sent to the file store, and judged. */
export async function upload(
  deps: Deps,
  by: Resident,
  enterpriseId: EnterpriseId,
  purpose: Exclude<FilePurpose, "message">,
  { bytes, contentType }: FileAtHand,
): Promise<FileId> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const announced = { purpose, contentType, sizeBytes: bytes.length, sha256, enterpriseId };
  const { fileId, url, headers } = await announceFile(deps, by, announced);
  const answer = await fetch(url, { method: "PUT", headers, body: Buffer.from(bytes) });
  if (!answer.ok) throw new Error(`The file store refused a ${purpose}: ${answer.status} ${await answer.text()}`);
  return (await finishUpload(deps, by, { fileId })).id;
}
