import { useParams, useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { HiddenNote } from "../../blocks/moderation.tsx";
import { Receipt } from "../../blocks/receipt.tsx";
import { answer, api } from "../../reading/api.ts";
import { Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents, formatCentsExact } from "../../words/money.ts";
import { board as boardText, expense as text, words } from "../../words/nl.ts";
import { CameBack, TakeBack } from "./expense-returned.tsx";
import { expenseTones } from "./expense-rows.tsx";
import { createMandate, type Expense } from "./mandate-reading.ts";
import { createPress } from "./press.ts";
import { ReasonForm } from "./reason-form.tsx";

const one = text.one;

/** One expense for the board: its receipt, and what this member may do with it. */
export function BoardExpensePage() {
  const params = useParams<{ enterpriseId: string; mandateId: string; expenseId: string }>();
  const [query] = useSearchParams();
  const { reading } = createMandate();
  const [done, setDone] = createSignal<string>();
  const found = () => reading.value()?.expenses.find(({ id }) => id === params.expenseId);
  const title = () => {
    const expense = found();
    return expense === undefined ? text.mandate.expensesTitle : one.title(formatCents(expense.amountCents));
  };
  const mandateHref = () => paths.boardMandate(params.enterpriseId, params.mandateId);
  const changed = (expense: Expense) => {
    setDone(expense.letGoAt === undefined ? doneSentence(expense.status) : one.letGoDone);
    reading.again();
  };
  return (
    <Page
      title={title()}
      crumbs={[{ label: reading.value()?.mandate.title ?? text.mandate.eyebrow, href: mandateHref() }]}
      acts={
        <Show when={found()}>
          {(expense) => (
            <StatusBadge tone={expenseTones[expense().status]}>{words.expenseStatuses[expense().status]}</StatusBadge>
          )}
        </Show>
      }
    >
      <Shown reading={reading} who={boardText.who} isPart>
        {() => (
          <Show when={found()} fallback={<Notice tone="attention" title={one.gone} />}>
            {(expense) => (
              <div class="stack stack--loose">
                <Show when={done()}>
                  {(sentence) => (
                    <Notice tone="good" title={sentence()} spoken>
                      <ButtonLink href={mandateHref()}>{one.back}</ButtonLink>
                    </Notice>
                  )}
                </Show>
                <Show when={query["ingevoerd"] === "ja" && expense().status === "entered"}>
                  <Notice tone="good" title={one.entered}>
                    <p>{one.enteredText}</p>
                    <ButtonLink href={mandateHref()}>{one.back}</ButtonLink>
                  </Notice>
                </Show>
                <Show when={expense().hidden}>
                  {(hidden) => <HiddenNote hidden={hidden()} caseId={expense().id} />}
                </Show>
                <div class="split split--start">
                  <Facts expense={expense()} enterpriseId={params.enterpriseId} />
                  <Acts
                    mayAsk={isOpen(reading.value()?.mandate.status)}
                    expense={expense()}
                    enterpriseId={params.enterpriseId}
                    onChanged={changed}
                    isNew={query["ingevoerd"] === "ja"}
                  />
                </div>
              </div>
            )}
          </Show>
        )}
      </Shown>
    </Page>
  );
}

const doneSentence = (status: Expense["status"]) =>
  Object.hasOwn(one.done, status) ? one.done[status as keyof typeof one.done] : undefined;

function Facts(props: { readonly expense: Expense; readonly enterpriseId: string }) {
  const facts = one.facts;
  const rows = () => {
    const { expense } = props;
    const optional = [
      { term: facts.note, value: expense.note },
      { term: facts.override, value: expense.overrideReason },
      { term: facts.enteredBy, value: expense.enteredBy },
      { term: facts.until, value: expense.status === "entered" ? formatDate(expense.expiresAt) : undefined },
      { term: facts.confirmedBy, value: expense.confirmedBy },
      { term: facts.refusal, value: expense.refusal },
      { term: facts.correction, value: expense.correctionReason },
    ].flatMap(({ term, value }) => (value === undefined || value === "" ? [] : [{ term, value }]));
    const supplier = expense.isSupplierPerson ? `${expense.supplier} (${facts.person})` : expense.supplier;
    const earlier = expense.insteadOf && {
      term: facts.earlier,
      value: (
        <Link href={paths.boardExpense(props.enterpriseId, expense.mandateId, expense.insteadOf)}>{one.toEarlier}</Link>
      ),
    };
    return [
      { term: facts.amount, value: <span class="amount">{formatCentsExact(expense.amountCents)}</span> },
      { term: facts.date, value: formatDate(expense.spentOn) },
      { term: facts.supplier, value: supplier },
      { term: facts.category, value: words.categories[expense.category] },
      ...optional,
      ...(earlier ? [earlier] : []),
    ];
  };
  return (
    <section class="stack">
      <Receipt fileId={props.expense.receiptId} />
      <DataList rows={rows()} />
    </section>
  );
}

/** What an act on the expense of this page needs. */
export interface ExpenseAct {
  readonly expense: Expense;
  readonly onChanged: (expense: Expense) => void;
}

/** Once the end of a mandate lies ready, no correction can be asked. */
const isOpen = (status: string | undefined) => status === "active" || status === "evaluation";

function Acts(
  props: ExpenseAct & { readonly isNew: boolean; readonly enterpriseId: string; readonly mayAsk: boolean },
) {
  return (
    <aside class="stack" aria-label={one.confirmTitle}>
      <Show when={props.expense.confirmRefusal === undefined}>
        <Confirm {...props} />
      </Show>
      <Show when={props.expense.status === "entered" && props.expense.confirmRefusal === "four-eyes" && !props.isNew}>
        <Notice tone="asking" title={one.fourEyes}>
          <p>{one.fourEyesText}</p>
        </Notice>
      </Show>
      <Show when={props.expense.takeBackRefusal === undefined}>
        <TakeBack {...props} />
      </Show>
      <CameBack {...props} />
      <Show when={props.expense.correctRefusal === undefined}>
        <Correct {...props} />
      </Show>
      <Show when={props.expense.status === "correction-asked" && props.expense.correctRefusal === "four-eyes"}>
        <Notice tone="asking" title={one.correctOwn}>
          <p>{one.correctOwnText}</p>
        </Notice>
      </Show>
      <Show when={props.expense.dropCorrectionRefusal === undefined}>
        <DropCorrection {...props} />
      </Show>
      <Show when={props.mayAsk && props.expense.askCorrectionRefusal === undefined}>
        <section class="panel stack stack--close">
          <Heading level={2} looks={3}>
            {one.askTitle}
          </Heading>
          <Paragraph>{one.askText}</Paragraph>
          <ReasonForm
            draftKey={`correctie:${props.expense.id}`}
            label={one.askReason}
            empty={one.askEmpty}
            action={one.ask}
            send={(reason, key) =>
              answer(
                api.expenses[":expenseId"]["correction-requests"].$post({
                  param: { expenseId: props.expense.id },
                  header: { "idempotency-key": key },
                  json: { reason },
                }),
              )
            }
            onSent={props.onChanged}
          />
        </section>
      </Show>
    </aside>
  );
}

function Confirm(props: ExpenseAct) {
  const param = () => ({ expenseId: props.expense.id });
  const confirm = createPress(
    (key) =>
      answer(api.expenses[":expenseId"].confirmations.$post({ param: param(), header: { "idempotency-key": key } })),
    (expense) => props.onChanged(expense),
  );
  return (
    <section class="confirm stack stack--close" aria-label={one.confirmTitle}>
      <Heading level={2} looks={3}>
        {one.confirmTitle}
      </Heading>
      <Paragraph>{one.confirmText}</Paragraph>
      <Show when={confirm.failure()}>
        {(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}
      </Show>
      <Button look="primary" busy={confirm.isBusy()} onPress={() => void confirm.press()}>
        {one.confirm(formatCents(props.expense.amountCents))}
      </Button>
      <hr />
      <Heading level={3}>{one.refuseTitle}</Heading>
      <ReasonForm
        draftKey={`afkeuren:${props.expense.id}`}
        label={one.reason}
        hint={one.reasonHint}
        empty={one.reasonEmpty}
        action={one.refuse}
        send={(reason, key) =>
          answer(
            api.expenses[":expenseId"].refusals.$post({
              param: param(),
              header: { "idempotency-key": key },
              json: { reason },
            }),
          )
        }
        onSent={props.onChanged}
      />
    </section>
  );
}

function Correct(props: ExpenseAct) {
  const correct = createPress(
    (key) =>
      answer(
        api.expenses[":expenseId"].corrections.$post({
          param: { expenseId: props.expense.id },
          header: { "idempotency-key": key },
        }),
      ),
    (expense) => props.onChanged(expense),
  );
  return (
    <section class="confirm stack stack--close" aria-label={one.correctTitle}>
      <Heading level={2} looks={3}>
        {one.correctTitle}
      </Heading>
      <Paragraph>{one.correctText}</Paragraph>
      <Show when={correct.failure()}>
        {(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}
      </Show>
      <Button look="primary" busy={correct.isBusy()} onPress={() => void correct.press()}>
        {one.correct(formatCents(props.expense.amountCents))}
      </Button>
    </section>
  );
}

/** The question ends without a booking: who asked takes it back, or another finds that the expense is right. */
function DropCorrection(props: ExpenseAct) {
  const drop = createPress(
    (key) =>
      answer(
        api.expenses[":expenseId"]["correction-refusals"].$post({
          param: { expenseId: props.expense.id },
          header: { "idempotency-key": key },
        }),
      ),
    (expense) => props.onChanged(expense),
  );
  return (
    <section class="panel stack stack--close" aria-label={one.dropTitle}>
      <Heading level={2} looks={3}>
        {one.dropTitle}
      </Heading>
      <Paragraph>
        {one.dropText} <Show when={props.expense.correctionUntil}>{(until) => one.dropUntil(formatDate(until()))}</Show>
      </Paragraph>
      <Show when={drop.failure()}>{(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}</Show>
      <Button busy={drop.isBusy()} onPress={() => void drop.press()}>
        {one.drop}
      </Button>
    </section>
  );
}
