import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { answer, api } from "../../reading/api.ts";
import { useSite } from "../../site/site.ts";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { signIn } from "../../words/nl.ts";
import { refusalOfCode } from "./sign-in-refusal.ts";

const digitsOf = (typed: string) => typed.replace(/\D/g, "");

/** The six digits of the letter. They may be pasted with spaces, or filled in by the phone itself. */
export function CodeForm(props: {
  readonly signInId: string;
  readonly onSignedIn: (returnTo: string | undefined) => void;
}) {
  const site = useSite();
  let returnTo: string | undefined;
  const form = createForm({
    initial: { code: "" },
    check: ({ code }) => {
      const found = gatherErrors();
      if (digitsOf(code).length !== 6) found.add("code", signIn.code.empty);
      return found.errors;
    },
    send: async ({ code }) => {
      try {
        const json = { signInId: props.signInId, code: digitsOf(code) };
        ({ returnTo } = await answer(api.sessions.$post({ json })));
        await site().readAgain();
        return { ok: true };
      } catch (error) {
        return refusalOfCode(error);
      }
    },
  });
  return (
    <Form form={form} action={signIn.code.button} onSent={() => props.onSignedIn(returnTo)} short>
      <TextField {...form.bind("code")} label={signIn.code.code} kind="code" width="middle" />
    </Form>
  );
}
