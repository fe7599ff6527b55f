import { Navigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { mine } from "../../words/nl.ts";

/** The address in the letter about an expense: leads to it as long as it waits for this resident. */
export function MyExpensePage() {
  const params = useParams<{ expenseId: string }>();
  const reading = createReading(
    () => params.expenseId,
    async (expenseId) => {
      const { waiting } = await answer(api["my-page"].$get());
      return waiting.find((each) => each.expenseId === expenseId) ?? { mandateId: undefined, enterpriseId: "" };
    },
  );
  return (
    <Page title={mine.expense.title}>
      <Shown reading={reading} who={mine.who} isPart>
        {(found) => (
          <Show
            when={found().mandateId}
            fallback={
              <Notice tone="info" title={mine.expense.done}>
                <p>{mine.expense.doneText}</p>
                <ButtonLink href={paths.mine()}>{mine.expense.back}</ButtonLink>
              </Notice>
            }
          >
            {(mandateId) => <Navigate href={paths.boardExpense(found().enterpriseId, mandateId(), params.expenseId)} />}
          </Show>
        )}
      </Shown>
    </Page>
  );
}
