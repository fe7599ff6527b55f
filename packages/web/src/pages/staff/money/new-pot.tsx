import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { useSite } from "../../../site/site.ts";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { dayOf } from "../../../words/dates.ts";
import { staffMoney } from "../../../words/nl.ts";

const text = staffMoney.create;

/** Finance makes an empty pot; without a district it is for the whole municipality. */
export function NewPot(props: { readonly onDone: (what: string) => void }) {
  const site = useSite();
  const form = createForm({
    draftKey: "pot",
    initial: { name: "", programme: "", year: "", district: "" },
    check: ({ name, programme, year }) => {
      const found = gatherErrors();
      found.text("name", name, limits.name, text.nameEmpty);
      found.text("programme", programme, limits.name, text.programmeEmpty);
      if (!/^20\d\d$/.test(year.trim())) found.add("year", text.yearEmpty);
      else if (Math.abs(Number(year) - Number(dayOf(new Date()).slice(0, 4))) > limits.planYears)
        found.add("year", text.yearFar(limits.planYears));
      return found.errors;
    },
    send: ({ name, programme, year, district }, key) => {
      const draft = { name: name.trim(), programme: programme.trim(), year: Number(year) };
      const json = district === "" ? draft : { ...draft, district };
      return send(api.pots.$post({ header: { "idempotency-key": key }, json }));
    },
  });
  return (
    <div class="act stack form-measure">
      <Heading level={3}>{text.title}</Heading>
      <Form form={form} action={text.button} onSent={() => props.onDone(text.done(form.values.name.trim()))}>
        <TextField {...form.bind("name")} label={text.name} hint={text.nameHint} />
        <TextField {...form.bind("programme")} label={text.programme} hint={text.programmeHint} />
        <TextField {...form.bind("year")} label={text.year} width="short" kind="code" autocomplete="off" />
        <SelectField
          {...form.bind("district")}
          label={text.district}
          hint={text.districtHint}
          alwaysChosen
          options={[
            { value: "", label: staffMoney.pots.everywhere },
            ...(site().municipality?.districts ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </Form>
    </div>
  );
}
