import * as z from "zod";

const ulid = "[0-9A-HJKMNP-TV-Z]{26}";

const idOf = <P extends string>(prefix: P) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_${ulid}$`), "id")
    .brand<P>();

/** Prefixed ULIDs: the prefix says the kind, the ULID sorts by time of making. */
export const PersonId = idOf("per");
export type PersonId = z.infer<typeof PersonId>;
export const EnterpriseId = idOf("ent");
export type EnterpriseId = z.infer<typeof EnterpriseId>;
export const MemberId = idOf("mem");
export type MemberId = z.infer<typeof MemberId>;
export const ProposalId = idOf("prp");
export type ProposalId = z.infer<typeof ProposalId>;
export const DecisionId = idOf("dec");
export type DecisionId = z.infer<typeof DecisionId>;
export const MandateId = idOf("man");
export type MandateId = z.infer<typeof MandateId>;
export const PotId = idOf("pot");
export type PotId = z.infer<typeof PotId>;
export const JournalId = idOf("jrn");
export type JournalId = z.infer<typeof JournalId>;
export const TransferId = idOf("trf");
export type TransferId = z.infer<typeof TransferId>;
export const ExpenseId = idOf("exp");
export type ExpenseId = z.infer<typeof ExpenseId>;
export const OrderId = idOf("ord");
export type OrderId = z.infer<typeof OrderId>;
export const FileId = idOf("fil");
export type FileId = z.infer<typeof FileId>;
export const UpdateId = idOf("upd");
export type UpdateId = z.infer<typeof UpdateId>;
export const FollowId = idOf("flw");
export type FollowId = z.infer<typeof FollowId>;
export const EvaluationId = idOf("eva");
export type EvaluationId = z.infer<typeof EvaluationId>;
export const EndingId = idOf("end");
export type EndingId = z.infer<typeof EndingId>;
export const EventId = idOf("evt");
export type EventId = z.infer<typeof EventId>;
export const AuditId = idOf("aud");
export type AuditId = z.infer<typeof AuditId>;
export const LetterId = idOf("ltr");
export type LetterId = z.infer<typeof LetterId>;
export const FormalMessageId = idOf("fml");
export type FormalMessageId = z.infer<typeof FormalMessageId>;
export const SignInId = idOf("sgn");
export type SignInId = z.infer<typeof SignInId>;

/** Every prefix of an id, with the branded type it makes. */
export interface IdByPrefix {
  aud: AuditId;
  per: PersonId;
  ent: EnterpriseId;
  mem: MemberId;
  prp: ProposalId;
  dec: DecisionId;
  man: MandateId;
  pot: PotId;
  jrn: JournalId;
  trf: TransferId;
  exp: ExpenseId;
  ord: OrderId;
  fil: FileId;
  upd: UpdateId;
  flw: FollowId;
  eva: EvaluationId;
  end: EndingId;
  evt: EventId;
  ltr: LetterId;
  fml: FormalMessageId;
  sgn: SignInId;
}

/** CBS code of a municipality, such as `GM9999`; first part of every partition key. */
export const MunicipalityCode = z
  .string()
  .regex(/^GM\d{4}$/, "municipality-code")
  .brand<"municipality">();
export type MunicipalityCode = z.infer<typeof MunicipalityCode>;
/** CBS code of a district (wijk), such as `WK999901`. */
export const DistrictCode = z
  .string()
  .regex(/^WK\d{6}$/, "district-code")
  .brand<"district">();
export type DistrictCode = z.infer<typeof DistrictCode>;
