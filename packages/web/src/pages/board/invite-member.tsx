import { createSignal, Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm, type FieldError } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { answer, api, Refused, refusalOf } from "../../reading/api.ts";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { board, words } from "../../words/nl.ts";
import type { Board } from "./board-page.tsx";

const text = board.team;
const initial = { name: "", email: "", role: "" };
const roleOptions = Object.entries(words.boardRoles).map(([value, label]) => ({ value, label }));

type Role = keyof typeof words.boardRoles;

function check(values: typeof initial): FieldError[] {
  const found = gatherErrors();
  found.text("name", values.name, limits.name, text.nameEmpty);
  found.email("email", values.email);
  found.choice("role", values.role, text.roleEmpty);
  return found.errors;
}

/** The two refusals that only make sense on a board say what is going on there. */
function refusalOfInvitation(error: unknown) {
  const refusal = refusalOf(error);
  if (refusal.ok || !(error instanceof Refused)) return refusal;
  const sentences: Record<string, string> = { "seat-taken": text.seatTaken, twice: text.onBoard };
  const errors = (error.problem.errors ?? []).map(({ path, code }, index) => ({
    field: path,
    message: sentences[code] ?? refusal.errors?.[index]?.message ?? "",
  }));
  return errors.length > 0 ? { ok: false as const, errors } : refusal;
}

/** Asks somebody onto the board by letter. */
export function InviteMember(props: { readonly board: Board; readonly onChanged: (board: Board) => void }) {
  const [invited, setInvited] = createSignal<string>();
  const form = createForm({
    draftKey: `uitnodigen:${props.board.id}`,
    initial,
    check,
    send: async ({ name, email, role }, key) => {
      setInvited(undefined);
      // Checked to be one of the options.
      const json = { name: name.trim(), email: email.trim(), role: role as Role };
      try {
        const param = { enterpriseId: props.board.id };
        const changed = await answer(
          api.enterprises[":enterpriseId"].members.$post({ param, header: { "idempotency-key": key }, json }),
        );
        props.onChanged(changed);
        return { ok: true };
      } catch (error) {
        return refusalOfInvitation(error);
      }
    },
  });
  const sent = () => {
    setInvited(form.values.name);
    form.reset();
  };
  return (
    <div class="stack">
      <Show when={invited()}>{(name) => <Notice tone="good" level={3} title={text.invited(name())} spoken />}</Show>
      <Form form={form} action={text.invite} onSent={sent}>
        <TextField {...form.bind("name")} label={text.name} />
        <TextField {...form.bind("email")} label={text.email} kind="email" />
        <RadioGroup {...form.bind("role")} label={text.role} options={roleOptions} columns />
      </Form>
    </div>
  );
}
