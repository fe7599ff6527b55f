import { useNavigate, useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { Receipt } from "../../blocks/receipt.tsx";
import { centsOf, dateOf, gatherErrors } from "../../forms/field-errors.ts";
import { createForm, type FieldError } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { answer, api, Refused, refusalOf } from "../../reading/api.ts";
import { Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { UploadField } from "../../ui/upload-field.tsx";
import { dayOf, formatDate } from "../../words/dates.ts";
import { formatCents, inputCents } from "../../words/money.ts";
import { board as boardText, expense, words } from "../../words/nl.ts";
import { mandateInWords } from "../../words/standing.ts";
import { createBoard } from "./board-page.tsx";
import { isBack } from "./expense-returned.tsx";
import { createMandate, type Expense, type Mandate } from "./mandate-reading.ts";
import { whyNoExpense } from "./when-possible.ts";

const text = expense.form;
type Category = keyof typeof words.categories;
const categoryOptions = Object.entries(words.categories).map(([value, label]) => ({ value, label }));

const typedDay = (day: string) => day.split("-").reverse().join("-");

/** An empty form, or all that was typed before, with the receipt that is kept. */
const initialFor = (earlier: Expense | undefined) => ({
  receiptId: earlier?.receiptId ?? "",
  amount: earlier === undefined ? "" : inputCents(earlier.amountCents),
  // A receipt is entered on the day itself more often than not.
  spentOn: typedDay(earlier?.spentOn ?? dayOf(new Date())),
  supplier: earlier?.supplier ?? "",
  isPerson: earlier === undefined ? "" : earlier.isSupplierPerson ? "yes" : "no",
  category: earlier?.category ?? "",
  note: earlier?.note ?? "",
  overrideReason: earlier?.overrideReason ?? "",
});
type Values = ReturnType<typeof initialFor>;

function check(values: Values, mandate: Mandate, needsReason: boolean): FieldError[] {
  const found = gatherErrors();
  found.text("receiptId", values.receiptId, 100, text.receiptEmpty);
  found.amount("amount", values.amount);
  found.date("spentOn", values.spentOn);
  const day = dateOf(values.spentOn);
  if (day !== "" && (day < mandate.startsOn || day > mandate.endsOn)) found.add("spentOn", termSentence(mandate));
  found.text("supplier", values.supplier, limits.name, text.supplierEmpty);
  found.choice("isPerson", values.isPerson, text.isPersonEmpty);
  found.choice("category", values.category, text.categoryEmpty);
  found.optional("note", values.note, limits.note);
  if (needsReason) found.text("overrideReason", values.overrideReason, limits.summary, text.overrideEmpty);
  return found.errors;
}

const termSentence = ({ startsOn, endsOn }: Mandate) => text.outsideTerm(formatDate(startsOn), formatDate(endsOn));

/** What was spent, photo first: a treasurer with a phone is done in under a minute. */
export function NewExpensePage() {
  const { enterpriseId, reading: board } = createBoard();
  const { reading } = createMandate();
  const [query] = useSearchParams<{ opnieuw?: string }>();
  const againId = query.opnieuw;
  const isTreasurer = () => board.value()?.members.some(({ isYou, role }) => isYou && role === "treasurer") === true;
  const lead = () => {
    const balances = reading.value()?.mandate.balances;
    return balances === undefined
      ? undefined
      : text.lead(formatCents(balances.paidNotSpentCents - balances.waitingCents));
  };
  const crumbs = () => {
    const mandate = reading.value()?.mandate;
    return mandate === undefined
      ? undefined
      : [{ label: mandate.title, href: paths.boardMandate(enterpriseId(), mandate.id) }];
  };
  return (
    <Page title={againId === undefined ? text.title : text.againTitle} lead={lead()} crumbs={crumbs()}>
      <Shown reading={board} who={boardText.who} isPart>
        {(team) => (
          <Show
            when={isTreasurer()}
            fallback={
              <Notice tone="asking" title={text.notTreasurer}>
                <p>{text.notTreasurerText}</p>
              </Notice>
            }
          >
            <Shown reading={reading} who={boardText.who} isPart>
              {(value) => {
                // As it was when the form was opened: once it is sent, the earlier one may not be entered again.
                const earlier = value().expenses.find(({ id }) => id === againId);
                if (againId !== undefined && earlier?.enterAgainRefusal !== undefined)
                  return (
                    <Notice tone="asking" title={text.againGone}>
                      <p>{text.againGoneText}</p>
                    </Notice>
                  );
                const why = whyNoExpense(value().mandate, team());
                return why === undefined ? (
                  <ExpenseForm mandate={value().mandate} enterpriseId={enterpriseId()} earlier={earlier} />
                ) : (
                  <Notice tone="asking" title={why || mandateInWords(value().mandate)} />
                );
              }}
            </Shown>
          </Show>
        )}
      </Shown>
    </Page>
  );
}

const titleOf = (status: Expense["status"]) => (isBack(status) ? expense.one.againTitle[status] : text.againNotice);

function ExpenseForm(props: {
  readonly mandate: Mandate;
  readonly enterpriseId: string;
  /** The expense that came back and that this one takes the place of. */
  readonly earlier: Expense | undefined;
}) {
  const { earlier } = props;
  const navigate = useNavigate();
  // Once the API says that this receipt was used before, the form asks why.
  const [isUsed, setUsed] = createSignal(earlier?.overrideReason !== undefined);
  let entered = "";
  const form = createForm({
    draftKey: earlier === undefined ? `uitgave:${props.mandate.id}` : `uitgave-opnieuw:${earlier.id}`,
    initial: initialFor(earlier),
    check: (values) => check(values, props.mandate, isUsed()),
    send: async (values, key) => {
      const json = {
        receiptId: values.receiptId,
        amountCents: centsOf(values.amount),
        spentOn: dateOf(values.spentOn),
        supplier: values.supplier.trim(),
        isSupplierPerson: values.isPerson === "yes",
        // Checked to be one of the options.
        category: values.category as Category,
        note: values.note.trim(),
        ...(isUsed() ? { overrideReason: values.overrideReason.trim() } : {}),
        ...(earlier === undefined ? {} : { insteadOf: earlier.id }),
      };
      try {
        const header = { "idempotency-key": key };
        const param = { mandateId: props.mandate.id };
        ({ id: entered } = await answer(api.mandates[":mandateId"].expenses.$post({ param, header, json })));
        return { ok: true };
      } catch (error) {
        return refused(error);
      }
    },
  });
  const refused = (error: unknown) => {
    if (error instanceof Refused && error.problem.code === "receipt-used") {
      setUsed(true);
      return { ok: false as const, errors: [{ field: "overrideReason", message: text.overrideEmpty }] };
    }
    if (error instanceof Refused && error.problem.code === "not-enough-money")
      return { ok: false as const, errors: [{ field: "amount", message: error.message }] };
    const fields: Record<string, string> = { amountCents: "amount", isSupplierPerson: "isPerson" };
    const refusal = refusalOf(error, (path) => fields[path] ?? path);
    const isOutside =
      error instanceof Refused && error.problem.errors?.some(({ code }) => code === "outside-term") === true;
    if (refusal.ok || !isOutside) return refusal;
    const errors = (refusal.errors ?? []).map((each) =>
      each.field === "spentOn" ? { ...each, message: termSentence(props.mandate) } : each,
    );
    return { ok: false as const, errors };
  };
  /** Of what was bought from a person nothing that was typed is public. */
  const isOfPerson = () => form.values.isPerson === "yes";
  const sent = () =>
    navigate(`${paths.boardExpense(props.enterpriseId, props.mandate.id, entered)}?ingevoerd=ja`, { replace: true });
  return (
    <Form form={form} action={text.action} onSent={sent}>
      <Show when={earlier}>
        {(of) => (
          <Notice tone="asking" title={titleOf(of().status)}>
            <Show when={of().refusal ?? of().correctionReason}>{(reason) => <p class="lines">{reason()}</p>}</Show>
            <p>{text.againText}</p>
          </Notice>
        )}
      </Show>
      <Show when={earlier !== undefined && form.values.receiptId === earlier.receiptId ? earlier.receiptId : undefined}>
        {(fileId) => (
          <div class="stack stack--close">
            <p class="field__label">{text.againReceipt}</p>
            <Receipt fileId={fileId()} />
          </div>
        )}
      </Show>
      <UploadField
        {...form.bind("receiptId")}
        label={earlier === undefined ? text.receipt : text.receiptOther}
        hint={earlier === undefined ? text.receiptHint : text.receiptOtherHint}
        purpose="receipt"
        enterpriseId={props.enterpriseId}
        existing={earlier?.receiptId}
        optional={earlier !== undefined}
      />
      <Show when={isUsed()}>
        <TextArea
          {...form.bind("overrideReason")}
          label={text.override}
          hint={isOfPerson() ? text.overridePersonHint : text.overrideHint}
          max={limits.summary}
          rows={3}
        />
      </Show>
      <AmountField {...form.bind("amount")} label={text.amount} hint={text.amountHint} />
      <DateField {...form.bind("spentOn")} label={text.date} />
      <TextField {...form.bind("supplier")} label={text.supplier} hint={text.supplierHint} />
      <RadioGroup
        {...form.bind("isPerson")}
        label={text.isPerson}
        hint={text.isPersonHint}
        options={[
          { value: "no", label: text.no },
          { value: "yes", label: text.yes },
        ]}
      />
      <SelectField {...form.bind("category")} label={text.category} options={categoryOptions} />
      <TextArea
        {...form.bind("note")}
        label={text.note}
        hint={isOfPerson() ? text.personHint : text.noteHint}
        max={limits.note}
        rows={3}
        optional
      />
    </Form>
  );
}
