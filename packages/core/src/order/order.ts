import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { EnterpriseId, JournalId, MandateId, OrderId, PersonId, PotId, ProposalId } from "../ids.ts";
import { limits } from "../limits.ts";
import { AmountCents } from "../money.ts";
import type { StaffRole } from "../municipality/municipality.ts";
import { line, text } from "../text.ts";
import type { Transitions } from "../transition.ts";

export const OrderStatus = z.enum(["prepared", "confirmed", "refused", "expired"]);
export type OrderStatus = z.infer<typeof OrderStatus>;

const shared = {
  id: OrderId,
  amountCents: AmountCents,
  potId: PotId,
  status: OrderStatus,
  preparedBy: PersonId,
  preparedAt: IsoInstant,
  /** After this instant nobody can confirm it any more; the schedule ends it. */
  expiresAt: IsoInstant,
  confirmedBy: PersonId.optional(),
  confirmedAt: IsoInstant.optional(),
  refusedBy: PersonId.optional(),
  refusedAt: IsoInstant.optional(),
  refusal: text(limits.noteLengthMax).optional(),
  journalId: JournalId.optional(),
  revision: z.int().min(0),
};

/**
 * A booking that one person prepared and that another person books: filling a pot (`APPROPRIATION`), or money of an
 * enterprise that came back (`REFUND`, set apart on its account meanwhile). Nothing is in the ledger before that.
 */
export const Order = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("APPROPRIATION"),
    decisionReference: line(60),
    decidedOn: IsoDate,
    ...shared,
  }),
  z.strictObject({
    kind: z.literal("REFUND"),
    mandateId: MandateId,
    proposalId: ProposalId,
    enterpriseId: EnterpriseId,
    /** Persons on the board that paid back: none of them may prepare or confirm it (invariant I9). */
    payees: z.array(PersonId),
    receivedOn: IsoDate,
    bankReference: line(35),
    ...shared,
  }),
]);
export type Order = z.infer<typeof Order>;
export type OrderKind = Order["kind"];
export type AppropriationOrder = Extract<Order, { kind: "APPROPRIATION" }>;
export type RefundOrder = Extract<Order, { kind: "REFUND" }>;

/** State changes of an order; every one ends once. Who prepared it may take it back, and never confirms it. */
export const orderTransitions = {
  confirm: { from: ["prepared"], to: "confirmed", by: ["council", "finance"] },
  refuse: { from: ["prepared"], to: "refused", by: ["council", "finance"] },
  expire: { from: ["prepared"], to: "expired", by: ["schedule"] },
} as const satisfies Transitions<OrderStatus>;

/** Who does which half. The second half is always another person than the first. */
export const orderRoles = {
  APPROPRIATION: { prepare: ["finance", "council"], confirm: "council" },
  REFUND: { prepare: ["finance"], confirm: "finance" },
} as const satisfies Record<OrderKind, { prepare: readonly StaffRole[]; confirm: StaffRole }>;
