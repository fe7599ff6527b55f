import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";
import { BoardRole, EnterpriseStatus, MoneyObstacle } from "../enterprise/enterprise.ts";
import { FollowView } from "../follow/view.ts";
import { EnterpriseId, ExpenseId, MandateId, MemberId, ProposalId } from "../ids.ts";
import { StaffRole } from "../municipality/municipality.ts";
import { ProposalStatus } from "../proposal/proposal.ts";
import { Standing } from "../proposal/standing.ts";

/** A seat on a board. */
export const SeatView = z
  .object({ enterpriseId: EnterpriseId, enterprise: z.string(), memberId: MemberId, role: BoardRole })
  .meta({ id: "Seat" });
export type SeatView = z.infer<typeof SeatView>;

/** Who is signed in, through which door, until when. */
export const SessionView = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("visitor") }),
    z.object({
      kind: z.literal("resident"),
      email: z.string(),
      name: z.string().optional(),
      boards: z.array(SeatView),
      expiresAt: IsoInstant,
    }),
    z.object({ kind: z.literal("staff"), name: z.string(), roles: z.array(StaffRole), expiresAt: IsoInstant }),
  ])
  .meta({ id: "Session" });
export type SessionView = z.infer<typeof SessionView>;

/** Something that does not go on until this resident does it. */
export const Waiting = z
  .object({
    what: z.enum([
      "confirm-expense",
      "correct-expense",
      "enter-again",
      "complete-proposal",
      "write-evaluation",
      "refund",
      "apply-again",
      "add-account",
      "fill-board",
      "confirm-iban",
      "confirm-removal",
    ]),
    enterpriseId: EnterpriseId,
    title: z.string(),
    proposalId: ProposalId.optional(),
    mandateId: MandateId.optional(),
    expenseId: ExpenseId.optional(),
    amountCents: z.int().optional(),
    dueOn: IsoDate.optional(),
  })
  .meta({ id: "Waiting" });
export type Waiting = z.infer<typeof Waiting>;

/** Everything of one resident together; what waits comes first, by its date. */
export const MyPage = z
  .object({
    email: z.string(),
    name: z.string().optional(),
    waiting: z.array(Waiting),
    boards: z.array(SeatView.extend({ status: EnterpriseStatus, obstacles: z.array(MoneyObstacle) })),
    invitations: z.array(SeatView.extend({ expiresAt: IsoInstant })),
    proposals: z.array(
      z.object({
        id: ProposalId,
        title: z.string(),
        status: ProposalStatus,
        enterpriseId: EnterpriseId,
        enterprise: z.string(),
        standing: Standing,
      }),
    ),
    follows: z.array(FollowView),
  })
  .meta({ id: "MyPage" });
export type MyPage = z.infer<typeof MyPage>;
