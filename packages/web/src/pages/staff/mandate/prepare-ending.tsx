import { For, Show } from "solid-js";
import { EndingText } from "../../../blocks/ending-words.tsx";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { useSite } from "../../../site/site.ts";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Paragraph } from "../../../ui/paragraph.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { dayOf, formatLastDay } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { staffEnding } from "../../../words/nl.ts";
import type { Done } from "../proposal/done.ts";
import type { MandateCase } from "./case.ts";

const text = staffEnding;

interface Props {
  readonly about: MandateCase;
  readonly onDone: (done: Done) => void;
}

/** An officer prepares the end of a mandate; what happens with the money is said beforehand. */
export function PrepareEnding(props: Props) {
  const obstacles = () => props.about.evaluations?.obstacles ?? [];
  const returned = () => props.about.endings.items.find(({ status }) => status === "returned");
  return (
    <div class="act stack stack--close">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <p>{text.text}</p>
      <Show when={returned()?.returnedReason}>
        {(reason) => (
          <Notice tone="asking" level={3} title={text.returned}>
            <p class="lines">{reason()}</p>
          </Notice>
        )}
      </Show>
      <EarlyEnd about={props.about} />
      <Consequences about={props.about} />
      <Show
        when={obstacles().length === 0}
        fallback={
          <Notice tone="asking" level={3} title={text.notYet}>
            <ul class="bullets">
              <For each={obstacles()}>{(obstacle) => <li>{text.obstacles[obstacle]}</li>}</For>
            </ul>
          </Notice>
        }
      >
        {/* Another amount left is another claim. */}
        <Show when={`${props.about.mandate.balances.paidNotSpentCents} ${returned()?.id}`} keyed>
          <Prepare {...props} />
        </Show>
      </Show>
    </div>
  );
}

/** That the decision would stop what was agreed to go on; nothing once the last day is over. */
export function EarlyEnd(props: { readonly about: MandateCase }) {
  const { endsOn } = props.about.mandate;
  return (
    <Show when={dayOf(new Date()) < endsOn}>
      <Notice tone="asking" level={3} title={text.early(formatLastDay(endsOn))} />
    </Show>
  );
}

function Consequences(props: { readonly about: MandateCase }) {
  const money = () => props.about.mandate.balances;
  const says = () => [
    text.established(formatCents(money().spentCents), formatCents(money().awardedCents)),
    ...(money().committedCents > 0
      ? [text.released(formatCents(money().committedCents), props.about.mandate.pot)]
      : []),
    money().paidNotSpentCents > 0 ? text.refund(formatCents(money().paidNotSpentCents)) : text.nothing,
  ];
  return (
    <div class="panel stack stack--tight">
      <p>
        <strong>{text.moneyTitle}</strong>
      </p>
      <For each={says()}>{(sentence) => <p>{sentence}</p>}</For>
    </div>
  );
}

/** What was prepared before and sent back, to go on from. */
function initialOf({ endings }: MandateCase) {
  const before = endings.items.find(({ status }) => status === "returned")?.draft;
  return {
    reference: before?.reference ?? "",
    legalBasis: before?.legalBasis ?? text.legalBasisUsual,
    motivation: before?.motivation ?? "",
    claimReference: before?.claim?.reference ?? "",
    claimBasis: before?.claim?.legalBasis ?? text.claim.legalBasisUsual,
    claimMotivation: before?.claim?.motivation ?? "",
  };
}

const fieldOf: Readonly<Record<string, string>> = {
  "claim.reference": "claimReference",
  "claim.legalBasis": "claimBasis",
  "claim.motivation": "claimMotivation",
};

/** What is sent and shown of what was typed; `due` in cents is what is claimed back. */
function draftOf(values: ReturnType<typeof initialOf>, due: number) {
  const base = {
    reference: values.reference.trim(),
    legalBasis: values.legalBasis.trim(),
    motivation: values.motivation.trim(),
  };
  const claim = {
    reference: values.claimReference.trim(),
    legalBasis: values.claimBasis.trim(),
    motivation: values.claimMotivation.trim(),
  };
  return due > 0 ? { ...base, claim } : base;
}

function Prepare(props: Props) {
  const { id, balances } = props.about.mandate;
  const due = balances.paidNotSpentCents;
  const returned = props.about.endings.items.find(({ status }) => status === "returned")?.id ?? "";
  const form = createForm({
    draftKey: `einde:${id}:${returned}`,
    initial: initialOf(props.about),
    check: (values) => {
      const found = gatherErrors();
      found.text("reference", values.reference, limits.reference, text.referenceEmpty);
      found.text("legalBasis", values.legalBasis, limits.legalBasis, text.legalBasisEmpty);
      found.text("motivation", values.motivation, limits.text, text.motivationEmpty);
      if (due === 0) return found.errors;
      found.text("claimReference", values.claimReference, limits.reference, text.referenceEmpty);
      found.text("claimBasis", values.claimBasis, limits.legalBasis, text.legalBasisEmpty);
      found.text("claimMotivation", values.claimMotivation, limits.text, text.motivationEmpty);
      return found.errors;
    },
    send: (values, key) => {
      const request = api.mandates[":mandateId"].endings.$post({
        param: { mandateId: id },
        header: { "idempotency-key": key },
        json: draftOf(values, due),
      });
      return send(
        request,
        () => {},
        (path) => fieldOf[path] ?? path,
      );
    },
  });
  const site = useSite();
  const page = () => (
    <EndingText
      draft={draftOf(form.snapshot(), due)}
      sums={{ spentCents: balances.spentCents, releasedCents: balances.committedCents, refundDueCents: due }}
      decidingBody={site().municipality?.decidingBody ?? ""}
      decidedOn={dayOf(new Date())}
      payBy={props.about.endings.payByIfTakenToday}
      endsOn={props.about.mandate.endsOn}
    />
  );
  return (
    <Form
      form={form}
      action={text.button}
      preview={{ to: text.previewTo, body: page }}
      onSent={() => props.onDone({ title: text.done, next: text.doneNext })}
    >
      <TextField {...form.bind("reference")} label={text.reference} hint={text.referenceHint} width="middle" />
      <TextField {...form.bind("legalBasis")} label={text.legalBasis} />
      <TextArea {...form.bind("motivation")} label={text.motivation} hint={text.motivationHint} max={limits.text} />
      <Show when={due > 0}>
        <Heading level={3}>{text.claim.title(formatCents(due))}</Heading>
        <Paragraph>{text.claim.text}</Paragraph>
        <TextField
          {...form.bind("claimReference")}
          label={text.claim.reference}
          hint={text.referenceHint}
          width="middle"
        />
        <TextField {...form.bind("claimBasis")} label={text.claim.legalBasis} />
        <TextArea
          {...form.bind("claimMotivation")}
          label={text.claim.motivation}
          hint={text.motivationHint}
          max={limits.text}
          rows={4}
        />
      </Show>
    </Form>
  );
}
