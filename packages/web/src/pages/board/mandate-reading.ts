import { useParams } from "@solidjs/router";
import { type Answer, answer, api } from "../../reading/api.ts";
import { createReading, type Reading } from "../../reading/resource.tsx";

const readMandate = (mandateId: string) => api.mandates[":mandateId"].$get({ param: { mandateId } });
const readExpenses = (mandateId: string) => api.mandates[":mandateId"].expenses.$get({ param: { mandateId } });

export type Mandate = Answer<Awaited<ReturnType<typeof readMandate>>>;
export type Expense = Answer<Awaited<ReturnType<typeof readExpenses>>>["items"][number];

/** A mandate with everything its board may see of its expenses. */
export interface BoardMandate {
  readonly mandate: Mandate;
  readonly expenses: readonly Expense[];
}

/** The mandate that the address names. */
export function createMandate(): { readonly mandateId: () => string; readonly reading: Reading<BoardMandate> } {
  const params = useParams<{ mandateId: string }>();
  const mandateId = () => params.mandateId;
  const reading = createReading(mandateId, async (id): Promise<BoardMandate> => {
    const [mandate, { items }] = await Promise.all([answer(readMandate(id)), answer(readExpenses(id))]);
    return { mandate, expenses: items };
  });
  return { mandateId, reading };
}
