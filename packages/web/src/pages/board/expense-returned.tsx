import { createSignal, onMount, Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { formatCents } from "../../words/money.ts";
import { expense as text } from "../../words/nl.ts";
import type { ExpenseAct } from "./expense.tsx";
import type { Expense } from "./mandate-reading.ts";
import { createPress } from "./press.ts";

const one = text.one;

/** For who entered an expense nobody confirmed yet: take it back, after one question. */
export function TakeBack(props: ExpenseAct) {
  const [isAsking, setAsking] = createSignal(false);
  const takeBack = createPress(
    (key) =>
      answer(
        api.expenses[":expenseId"].withdrawals.$post({
          param: { expenseId: props.expense.id },
          header: { "idempotency-key": key },
        }),
      ),
    (expense) => props.onChanged(expense),
  );
  return (
    <section class="panel stack stack--close">
      <Heading level={2} looks={3}>
        {one.takeBackTitle}
      </Heading>
      <Paragraph>{one.takeBackText}</Paragraph>
      <Show when={isAsking()} fallback={<Button onPress={() => setAsking(true)}>{one.takeBack}</Button>}>
        <Sure
          amount={formatCents(props.expense.amountCents)}
          failure={takeBack.failure()}
          busy={takeBack.isBusy()}
          onYes={() => void takeBack.press()}
          onNo={() => setAsking(false)}
        />
      </Show>
    </section>
  );
}

function Sure(props: {
  readonly amount: string;
  readonly failure: string | undefined;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  let question: HTMLParagraphElement | undefined;
  // The button that was pressed is gone; focus goes to the question that took its place.
  onMount(() => question?.focus());
  return (
    <div class="stack stack--tight">
      <p ref={question} tabindex="-1">
        <strong>{one.takeBackSure(props.amount)}</strong>
      </p>
      <Paragraph>{one.takeBackSureText}</Paragraph>
      <Show when={props.failure}>{(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}</Show>
      <div class="cluster">
        <Button look="primary" busy={props.busy} onPress={props.onYes}>
          {one.takeBackYes}
        </Button>
        <Button look="subtle" onPress={props.onNo}>
          {one.takeBackNo}
        </Button>
      </div>
    </div>
  );
}

/** Whether an expense in this state came back. */
export const isBack = (status: Expense["status"]): status is keyof typeof one.againTitle =>
  Object.hasOwn(one.againTitle, status);

/** What came of an expense that came back: entered again, let go, or the two ways on for the treasurer. */
export function CameBack(props: ExpenseAct & { readonly enterpriseId: string }) {
  const of = () => props.expense;
  const letGo = createPress(
    (key) =>
      answer(
        api.expenses[":expenseId"].dismissals.$post({
          param: { expenseId: of().id },
          header: { "idempotency-key": key },
        }),
      ),
    (expense) => props.onChanged(expense),
  );
  const status = () => {
    const { status: found } = of();
    return isBack(found) ? found : undefined;
  };
  return (
    <>
      <Show when={of().enteredAgainAs}>
        {(again) => (
          <Notice tone="info" title={one.enteredAgain}>
            <Link href={paths.boardExpense(props.enterpriseId, of().mandateId, again())} onward>
              {one.toAgain}
            </Link>
          </Notice>
        )}
      </Show>
      <Show when={of().enterAgainRefusal === undefined ? status() : undefined}>
        {(back) => (
          <section class="confirm stack stack--close" aria-label={one.againTitle[back()]}>
            <Heading level={2} looks={3}>
              {one.againTitle[back()]}
            </Heading>
            <Show when={of().refusal ?? of().correctionReason}>{(reason) => <p class="lines">{reason()}</p>}</Show>
            <Paragraph>{one.againText}</Paragraph>
            <Show when={letGo.failure()}>
              {(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}
            </Show>
            <div class="cluster">
              <ButtonLink look="primary" href={paths.enterAgain(props.enterpriseId, of().mandateId, of().id)}>
                {one.again}
              </ButtonLink>
              <Show when={of().letGoRefusal === undefined}>
                <Button look="subtle" busy={letGo.isBusy()} onPress={() => void letGo.press()}>
                  {one.letGo}
                </Button>
              </Show>
            </div>
          </section>
        )}
      </Show>
    </>
  );
}
