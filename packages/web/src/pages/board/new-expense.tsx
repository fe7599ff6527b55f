import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { centsOf, dateOf, gatherErrors } from "../../forms/field-errors.ts";
import { createForm, type FieldError } from "../../forms/form.ts";
import { makeIdempotencyKey } from "../../forms/idempotency-key.ts";
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
import { formatCents } from "../../words/money.ts";
import { board as boardText, expense, words } from "../../words/nl.ts";
import { createBoard } from "./board-page.tsx";
import { createMandate, type Mandate } from "./mandate-reading.ts";

const text = expense.form;
type Category = keyof typeof words.categories;
const categoryOptions = Object.entries(words.categories).map(([value, label]) => ({ value, label }));

const initialFor = () => ({
  receiptId: "",
  amount: "",
  // A receipt is entered on the day itself more often than not.
  spentOn: dayOf(new Date()).split("-").reverse().join("-"),
  supplier: "",
  isPerson: "",
  category: "",
  note: "",
  overrideReason: "",
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
    <Page title={text.title} lead={lead()} crumbs={crumbs()}>
      <Shown reading={board} who={boardText.who} isPart>
        {() => (
          <Show
            when={isTreasurer()}
            fallback={
              <Notice tone="asking" title={text.notTreasurer}>
                <p>{text.notTreasurerText}</p>
              </Notice>
            }
          >
            <Shown reading={reading} who={boardText.who} isPart>
              {(value) => <ExpenseForm mandate={value().mandate} enterpriseId={enterpriseId()} />}
            </Shown>
          </Show>
        )}
      </Shown>
    </Page>
  );
}

function ExpenseForm(props: { readonly mandate: Mandate; readonly enterpriseId: string }) {
  const navigate = useNavigate();
  // Once the API says that this receipt was used before, the form asks why.
  const [isUsed, setUsed] = createSignal(false);
  const [key, setKey] = createSignal(makeIdempotencyKey());
  let entered = "";
  const form = createForm({
    draftKey: `uitgave:${props.mandate.id}`,
    initial: initialFor(),
    check: (values) => check(values, props.mandate, isUsed()),
    send: async (values) => {
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
      };
      try {
        const header = { "idempotency-key": key() };
        const param = { mandateId: props.mandate.id };
        ({ id: entered } = await answer(api.mandates[":mandateId"].expenses.$post({ param, header, json })));
        return { ok: true };
      } catch (error) {
        return refused(error);
      }
    },
  });
  const refused = (error: unknown) => {
    // What was refused may be sent again with other content, so it is another act.
    if (error instanceof Refused) setKey(makeIdempotencyKey());
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
  const sent = () =>
    navigate(`${paths.boardExpense(props.enterpriseId, props.mandate.id, entered)}?ingevoerd=ja`, { replace: true });
  return (
    <Form form={form} action={text.action} onSent={sent}>
      <UploadField
        {...form.bind("receiptId")}
        label={text.receipt}
        hint={text.receiptHint}
        purpose="receipt"
        enterpriseId={props.enterpriseId}
      />
      <Show when={isUsed()}>
        <TextArea
          {...form.bind("overrideReason")}
          label={text.override}
          hint={text.overrideHint}
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
      <TextArea {...form.bind("note")} label={text.note} hint={text.noteHint} max={limits.note} rows={3} optional />
    </Form>
  );
}
