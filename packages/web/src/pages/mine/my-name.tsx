import { createSignal, Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { api, send } from "../../reading/api.ts";
import { useSite } from "../../site/site.ts";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { mine } from "../../words/nl.ts";

const text = mine.name;

/** What one is called on the site; for who has no name yet it is empty. */
export function MyName(props: { readonly name: string | undefined; readonly email: string }) {
  const site = useSite();
  const [isSaved, setSaved] = createSignal(false);
  const form = createForm({
    initial: { name: props.name ?? "" },
    check: ({ name }) => {
      const found = gatherErrors();
      found.text("name", name, limits.name, text.empty);
      return found.errors;
    },
    send: ({ name }) => {
      setSaved(false);
      return send(api["my-page"].name.$put({ json: { name: name.trim() } }));
    },
  });
  const saved = () => {
    setSaved(true);
    void site().readAgain();
  };
  return (
    <div class="stack stack--close">
      <p class="small quiet">
        {text.email}: <span class="break-anywhere">{props.email}</span>
      </p>
      <Show when={isSaved()}>
        <Notice tone="good" level={3} title={text.saved} spoken />
      </Show>
      <Form form={form} action={text.save} onSent={saved} short>
        <TextField {...form.bind("name")} label={text.field} hint={text.hint} autocomplete="name" />
      </Form>
    </div>
  );
}
