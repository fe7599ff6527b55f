import type { Answer, api } from "../../reading/api.ts";

export type { Pot } from "../../reading/answers.ts";

type Endpoint = (...args: never[]) => Promise<unknown>;
type AnswerOf<F extends Endpoint> = Answer<Awaited<ReturnType<F>>>;

/** The answers of the API that only city hall reads; each is the type of its route. */
export type WorkRow = AnswerOf<(typeof api)["work-list"]["$get"]>["rows"][number];
export type Holder = WorkRow["heldBy"];
export type Version = AnswerOf<(typeof api.proposals)[":proposalId"]["versions"]["$get"]>["items"][number];
export type Plan = Version["plan"];
export type Decisions = AnswerOf<(typeof api.proposals)[":proposalId"]["decisions"]["$get"]>;
export type Decision = Decisions["items"][number];
export type Board = AnswerOf<(typeof api.enterprises)[":enterpriseId"]["board"]["$get"]>;
export type Transfer = AnswerOf<(typeof api.transfers)[":transferId"]["$get"]>;
export type Order = AnswerOf<(typeof api.orders)[":orderId"]["$get"]>;
export type Evaluations = AnswerOf<(typeof api.mandates)[":mandateId"]["evaluations"]["$get"]>;
export type Endings = AnswerOf<(typeof api.mandates)[":mandateId"]["endings"]["$get"]>;
export type Ending = Endings["items"][number];
export type GroupRoles = AnswerOf<(typeof api)["group-roles"]["$get"]>;
export type AuditLine = AnswerOf<(typeof api)["audit-lines"]["$get"]>["items"][number];
export type StaffMember = AnswerOf<typeof api.staff.$get>["items"][number];

/** Why somebody may not do something: a code of the API. */
export type Refusal = NonNullable<WorkRow["refusal"]>;
