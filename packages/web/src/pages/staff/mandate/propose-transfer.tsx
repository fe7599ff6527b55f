import { Show } from "solid-js";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { makeIdempotencyKey } from "../../../forms/idempotency-key.ts";
import { api, send } from "../../../reading/api.ts";
import { paths } from "../../../site/paths.ts";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { formatDate } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { staffMandate } from "../../../words/nl.ts";
import type { Done } from "../proposal/done.ts";
import { whyNot } from "../staff-viewer.ts";
import type { MandateCase } from "./case.ts";

const text = staffMandate.propose;

interface Props {
  readonly about: MandateCase;
  readonly onDone: (done: Done) => void;
}

/** Finance proposes to pay an instalment: the first half of two. */
export function ProposeTransfer(props: Props) {
  const planned = () => props.about.mandate.instalments.filter(({ status }) => status === "planned");
  return (
    <div class="act stack">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <Show when={planned()} keyed>
        {(parts) => (
          <Show when={parts.length > 0} fallback={<p>{text.none}</p>}>
            <Show when={whyNone(props.about.mandate)} fallback={<ProposeForm {...props} />}>
              {(why) => <Notice tone="asking" level={3} title={why()} />}
            </Show>
          </Show>
        )}
      </Show>
    </div>
  );
}

/** Why no payment can be proposed now, and from when it can. */
function whyNone({ transferRefusal, phase, startsOn, endsOn }: MandateCase["mandate"]): string | undefined {
  if (phase === "to-begin") return text.from(formatDate(startsOn));
  if (phase === "over") return text.until(formatDate(endsOn));
  return transferRefusal === undefined ? undefined : whyNot(transferRefusal);
}

function ProposeForm(props: Props) {
  // One key per act; another instalment is another act, so the key goes with the choice.
  const keys = new Map<string, string>();
  const keyFor = (instalmentId: string) => {
    const key = keys.get(instalmentId) ?? makeIdempotencyKey();
    keys.set(instalmentId, key);
    return key;
  };
  const { id, instalments } = props.about.mandate;
  const planned = instalments
    .map((part, index) => ({ ...part, number: index + 1 }))
    .filter(({ status }) => status === "planned");
  let transferId = "";
  const form = createForm({
    initial: { instalmentId: planned.length === 1 ? (planned[0]?.id ?? "") : "" },
    check: ({ instalmentId }) => {
      const found = gatherErrors();
      found.choice("instalmentId", instalmentId, text.whichEmpty);
      return found.errors;
    },
    send: ({ instalmentId }) =>
      send(
        api.mandates[":mandateId"].transfers.$post({
          param: { mandateId: id },
          header: { "idempotency-key": keyFor(instalmentId) },
          json: { instalmentId },
        }),
        (transfer) => {
          transferId = transfer.id;
        },
      ),
  });
  const amount = () => {
    const chosen = planned.find((part) => part.id === form.values.instalmentId);
    return chosen === undefined ? undefined : formatCents(chosen.amountCents);
  };
  const finish = () =>
    props.onDone({
      title: text.done(amount() ?? ""),
      link: { href: paths.staffTransfer(transferId), label: text.doneLink },
    });
  return (
    <Form form={form} action={text.button(amount())} onSent={finish} short>
      <RadioGroup
        {...form.bind("instalmentId")}
        label={text.which}
        options={planned.map((part) => ({
          value: part.id,
          label: text.option(part.number, formatCents(part.amountCents)),
          hint: text.optionHint(formatDate(part.plannedOn)),
        }))}
      />
      <p>{text.text}</p>
    </Form>
  );
}
