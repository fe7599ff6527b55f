import { createSignal, Show } from "solid-js";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { Button } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { decision as words } from "../../../words/nl.ts";
import type { Decision } from "../answers.ts";
import type { Case } from "./case.ts";
import type { Done } from "./done.ts";

const text = words.return;

/** Sends a prepared decision back with the reason; folded away, because taking it is the usual act. */
export function ReturnDecision(props: {
  readonly about: Case;
  readonly decision: Decision;
  readonly onDone: (done: Done) => void;
}) {
  const [isOpen, setOpen] = createSignal(false);
  const form = createForm({
    draftKey: `terugsturen:${props.decision.id}`,
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.text("reason", reason, limits.note, text.reasonEmpty);
      return found.errors;
    },
    send: ({ reason }, key) => {
      const param = { proposalId: props.about.proposal.id, decisionId: props.decision.id };
      const json = { reason: reason.trim() };
      const route = api.proposals[":proposalId"].decisions[":decisionId"].returns;
      return send(route.$post({ param, header: { "idempotency-key": key }, json }));
    },
  });
  return (
    <div class="act act--quiet stack stack--close">
      <div>
        <Button expanded={isOpen()} onPress={() => setOpen(!isOpen())}>
          {text.open}
        </Button>
      </div>
      <Show when={isOpen()}>
        <Form form={form} action={text.button} onSent={() => props.onDone({ title: text.done })} short>
          <TextArea {...form.bind("reason")} label={text.reason} hint={text.reasonHint} max={limits.note} rows={4} />
        </Form>
      </Show>
    </div>
  );
}
