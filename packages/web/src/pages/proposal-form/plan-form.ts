import { createForm, type FieldError, type SendResult } from "../../forms/form.ts";
import { dayOf } from "../../words/dates.ts";
import { type PlanValues, planErrors } from "./plan-values.ts";

/** The form of a plan, whatever it is sent to. */
export function createPlanForm(options: {
  readonly draftKey: string;
  readonly initial: PlanValues;
  /** Instant (UTC) at which it was sent in; absent while it is a draft. */
  readonly submittedAt?: string;
  readonly alsoCheck?: (values: PlanValues) => readonly FieldError[];
  readonly send: (values: PlanValues, key: string) => Promise<SendResult>;
}) {
  return createForm<PlanValues>({
    draftKey: options.draftKey,
    initial: options.initial,
    check: (values) => {
      const today = dayOf(new Date());
      const days = { today, submittedOn: options.submittedAt === undefined ? today : dayOf(options.submittedAt) };
      return [...planErrors(values, days), ...(options.alsoCheck?.(values) ?? [])];
    },
    send: options.send,
  });
}

export type PlanForm = ReturnType<typeof createPlanForm>;

/** The field of the form that a path of the API is about. */
export function planField(path: string): string {
  const field = path.replace(/^plan\./, "");
  return ["themes", "districts"].find((list) => field.startsWith(list)) ?? field;
}
