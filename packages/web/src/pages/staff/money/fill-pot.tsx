import { yearsLater } from "@hevel/api/client";
import { onMount } from "solid-js";
import { centsOf, dateOf, gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { AmountField } from "../../../ui/amount-field.tsx";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { dayOf } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { refusals, staffMoney } from "../../../words/nl.ts";
import type { Pot } from "../answers.ts";

const text = staffMoney.appropriate;

/** Finance or the college prepares to fill a pot, by a decision of the council; somebody else of the college confirms. */
export function FillPot(props: {
  readonly pot: Pot;
  readonly onDone: (what: string) => void;
  readonly onCancel: () => void;
}) {
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  const { id, name } = props.pot;
  const form = createForm({
    draftKey: `vullen:${id}`,
    initial: { amount: "", decisionReference: "", decidedOn: "" },
    check: ({ amount, decisionReference, decidedOn }) => {
      const found = gatherErrors();
      found.amount("amount", amount);
      found.text("decisionReference", decisionReference, limits.reference, text.referenceEmpty);
      found.date("decidedOn", decidedOn);
      const [day, today] = [dateOf(decidedOn), dayOf(new Date())];
      if (day > today) found.add("decidedOn", text.inFuture);
      else if (day !== "" && day < yearsLater(today, -limits.planYears))
        found.add("decidedOn", refusals.fields["too-long-ago"](limits.planYears));
      return found.errors;
    },
    send: ({ amount, decisionReference, decidedOn }, key) => {
      const json = {
        amountCents: centsOf(amount),
        decisionReference: decisionReference.trim(),
        decidedOn: dateOf(decidedOn),
      };
      const request = api.pots[":potId"].appropriations.$post({
        param: { potId: id },
        header: { "idempotency-key": key },
        json,
      });
      return send(request, undefined, (path) => (path === "amountCents" ? "amount" : path));
    },
  });
  const cents = () => centsOf(form.values.amount);
  const button = () => text.button(cents() > 0 ? formatCents(cents()) : undefined);
  return (
    <div class="act stack form-measure">
      <h3 class="nl-heading nl-heading--level-3" tabindex="-1" ref={(element) => (heading = element)}>
        {text.title(name)}
      </h3>
      <Form
        form={form}
        action={button()}
        onSent={() => props.onDone(text.done(formatCents(cents()), name))}
        beside={
          <Button look="subtle" onPress={props.onCancel}>
            {text.cancel}
          </Button>
        }
      >
        <AmountField {...form.bind("amount")} label={text.amount} />
        <TextField
          {...form.bind("decisionReference")}
          label={text.reference}
          hint={text.referenceHint}
          width="middle"
        />
        <DateField {...form.bind("decidedOn")} label={text.decidedOn} />
        <p>{text.second}</p>
      </Form>
    </div>
  );
}
