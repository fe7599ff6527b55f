import { useParams } from "@solidjs/router";
import { type Answer, answer, api } from "../../reading/api.ts";
import { createReading, type Reading } from "../../reading/resource.tsx";

const readMandate = (mandateId: string) => api.mandates[":mandateId"].$get({ param: { mandateId } });
const readExpenses = (mandateId: string) => api.mandates[":mandateId"].expenses.$get({ param: { mandateId } });
const readEndings = (mandateId: string) => api.mandates[":mandateId"].endings.$get({ param: { mandateId } });

export type Mandate = Answer<Awaited<ReturnType<typeof readMandate>>>;
export type Ending = Answer<Awaited<ReturnType<typeof readEndings>>>["items"][number];
export type Expense = Answer<Awaited<ReturnType<typeof readExpenses>>>["items"][number];

/** A mandate with everything its board may see of its expenses. */
export interface BoardMandate {
  readonly mandate: Mandate;
  readonly expenses: readonly Expense[];
  /** How it ended, with how to pay what is claimed back. */
  readonly ending: Ending | undefined;
}

/** The mandate that the address names. */
export function createMandate(): { readonly mandateId: () => string; readonly reading: Reading<BoardMandate> } {
  const params = useParams<{ mandateId: string }>();
  const mandateId = () => params.mandateId;
  const reading = createReading(mandateId, async (id): Promise<BoardMandate> => {
    const [mandate, { items }, endings] = await Promise.all([
      answer(readMandate(id)),
      answer(readExpenses(id)),
      answer(readEndings(id)),
    ]);
    return { mandate, expenses: items, ending: endings.items[0] };
  });
  return { mandateId, reading };
}
