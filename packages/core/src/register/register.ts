import * as z from "zod";
import { IsoDate } from "../calendar.ts";
import { Instrument } from "../decision/decision.ts";
import { Districts } from "../district/districts.ts";
import { ExpenseStatus } from "../expense/expense.ts";
import { DecisionId, EnterpriseId, ExpenseId, MandateId, PotId, ProposalId, TransferId } from "../ids.ts";
import { MandateStatus } from "../mandate/mandate.ts";
import { MandatePhase } from "../mandate/phase.ts";
import { Vessel } from "../mandate/vessel.ts";
import { BudgetCategory } from "../proposal/proposal.ts";
import { TransferStatus } from "../transfer/transfer.ts";

/** Which part of a register: that of one calendar year. */
export const RegisterYear = z.object({ year: z.coerce.number().int().min(2000).max(2100) });
export type RegisterYear = z.infer<typeof RegisterYear>;

const about = { title: z.string(), enterpriseId: EnterpriseId, enterprise: z.string() };

/** A decision that was taken, as a line of the register. `amountCents` of an award. */
export const DecisionLine = z
  .object({
    id: DecisionId,
    proposalId: ProposalId,
    ...about,
    reference: z.string(),
    outcome: z.enum(["award", "award-in-part", "reject"]),
    decidedOn: IsoDate,
    objectionUntil: IsoDate.optional(),
    instrument: Instrument.optional(),
    amountCents: z.int().optional(),
    potId: PotId.optional(),
  })
  .meta({ id: "DecisionLine" });
export type DecisionLine = z.infer<typeof DecisionLine>;

/** A mandate as a line of the register, with its three fillings. */
export const MandateLine = z
  .object({
    id: MandateId,
    proposalId: ProposalId,
    ...about,
    districts: Districts,
    decisionReference: z.string(),
    status: MandateStatus,
    phase: MandatePhase,
    startsOn: IsoDate,
    endsOn: IsoDate,
    vessel: Vessel,
  })
  .meta({ id: "MandateLine" });
export type MandateLine = z.infer<typeof MandateLine>;

/** A transfer as a line of the register. */
export const TransferLine = z
  .object({
    id: TransferId,
    mandateId: MandateId,
    ...about,
    amountCents: z.int(),
    status: TransferStatus,
    proposedOn: IsoDate,
    paidOn: IsoDate.optional(),
    bankReference: z.string().optional(),
  })
  .meta({ id: "TransferLine" });
export type TransferLine = z.infer<typeof TransferLine>;

/** An expense as a line of the register, for city hall: also what is not public. */
export const ExpenseLine = z
  .object({
    id: ExpenseId,
    mandateId: MandateId,
    proposalId: ProposalId,
    ...about,
    amountCents: z.int(),
    category: BudgetCategory,
    supplier: z.string(),
    isSupplierPerson: z.boolean(),
    note: z.string(),
    status: ExpenseStatus,
    spentOn: IsoDate,
  })
  .meta({ id: "ExpenseLine" });
export type ExpenseLine = z.infer<typeof ExpenseLine>;
