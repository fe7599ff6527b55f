import * as z from "zod";
import { dateIn, IsoDate, IsoInstant } from "../calendar.ts";
import { errorCodes } from "../errors.ts";
import { EnterpriseId, JournalId, MandateId, OrderId, PotId, ProposalId } from "../ids.ts";
import { type Order, OrderStatus } from "./order.ts";

/** A prepared booking as every act on it answers. Amounts in integer cents; `effectOn` is the day it happened. */
export const OrderSummary = z
  .object({
    id: OrderId,
    kind: z.enum(["APPROPRIATION", "REFUND"]),
    status: OrderStatus,
    amountCents: z.int(),
    potId: PotId,
    mandateId: MandateId.optional(),
    proposalId: ProposalId.optional(),
    enterpriseId: EnterpriseId.optional(),
    effectOn: IsoDate,
    expiresOn: IsoDate,
    journalId: JournalId.optional(),
    refusal: z.string().optional(),
  })
  .meta({ id: "OrderSummary" });
export type OrderSummary = z.infer<typeof OrderSummary>;

/** A prepared booking for city hall, with its people and what the reader may do with it. */
export const OrderView = OrderSummary.extend({
  /** The pot that is filled, or the proposal whose money came back. */
  title: z.string(),
  pot: z.string(),
  enterprise: z.string().optional(),
  decisionReference: z.string(),
  bankReference: z.string().optional(),
  preparedBy: z.string(),
  preparedAt: IsoInstant,
  confirmedBy: z.string().optional(),
  confirmedAt: IsoInstant.optional(),
  refusedBy: z.string().optional(),
  refusedAt: IsoInstant.optional(),
  isPreparedByYou: z.boolean(),
  /** Why the reader may not confirm or refuse it; absent where the reader may. */
  confirmRefusal: z.enum(errorCodes).optional(),
  refuseRefusal: z.enum(errorCodes).optional(),
}).meta({ id: "Order" });
export type OrderView = z.infer<typeof OrderView>;

/** What every act on an order answers. */
export function summarizeOrder(order: Order): OrderSummary {
  const { id, kind, status, amountCents, potId, journalId, refusal } = order;
  const about =
    order.kind === "REFUND"
      ? { mandateId: order.mandateId, proposalId: order.proposalId, enterpriseId: order.enterpriseId }
      : {};
  return {
    id,
    kind,
    status,
    amountCents,
    potId,
    ...about,
    effectOn: order.kind === "REFUND" ? order.receivedOn : order.decidedOn,
    expiresOn: dateIn(new Date(order.expiresAt)),
    ...(journalId === undefined ? {} : { journalId }),
    ...(refusal === undefined ? {} : { refusal }),
  };
}
