import { createSignal, Show } from "solid-js";
import { EndingText } from "../../../blocks/ending-words.tsx";
import { EvaluationList } from "../../../blocks/evaluation-list.tsx";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { makeIdempotencyKey } from "../../../forms/idempotency-key.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { useSite } from "../../../site/site.ts";
import { Button } from "../../../ui/button.tsx";
import { ConfirmPanel } from "../../../ui/confirm-panel.tsx";
import { DataList, type DataRow } from "../../../ui/data-list.tsx";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Paragraph } from "../../../ui/paragraph.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { dayOf, formatLastDay } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { evaluations, staffEnding } from "../../../words/nl.ts";
import type { Ending } from "../answers.ts";
import type { Done } from "../proposal/done.ts";
import { staffName, useStaff, whyNot } from "../staff-viewer.ts";
import { type MandateCase, voicesOf } from "./case.ts";
import { EarlyEnd } from "./prepare-ending.tsx";

const text = staffEnding.take;

interface Props {
  readonly about: MandateCase;
  readonly ending: Ending;
  readonly onDone: (done: Done) => void;
}

/** A prepared end: what it says, who prepared it, and whether the reader may take it or send it back. */
export function PreparedEnding(props: Props) {
  const viewer = useStaff();
  const mayTake = () => props.ending.takeRefusal === undefined;
  const refusal = () => {
    const why = props.ending.takeRefusal;
    return why === undefined ? undefined : whyNot(why, text.why);
  };
  return (
    <>
      <ConfirmPanel
        title={mayTake() ? text.title : text.waiting}
        preparedBy={props.ending.preparedBy ?? ""}
        preparedAt={props.ending.preparedAt}
        viewer={mayTake() ? staffName(viewer()) : text.council}
        refusal={refusal()}
        acts={<Take {...props} />}
      >
        <div class="stack stack--close">
          <EarlyEnd about={props.about} />
          <DataList rows={rowsOf(props.ending)} />
          <div>
            <p class="small quiet">{text.motivation}</p>
            <p class="lines">{props.ending.draft.motivation}</p>
          </div>
          <Show when={props.ending.draft.claim}>
            {(claim) => (
              <div>
                <p class="small quiet">{text.claimMotivation}</p>
                <p class="lines">{claim().motivation}</p>
              </div>
            )}
          </Show>
          <Show when={haveChanged(props)}>
            <Notice tone="asking" level={3} title={staffEnding.obstacles["amounts-changed"]} />
          </Show>
          <Show when={mayTake()}>
            <Paragraph>
              {text.terms(formatLastDay(props.about.endings.objectionUntilIfTakenToday))}{" "}
              <Show when={props.ending.draft.claim}>
                {text.payBy(formatLastDay(props.about.endings.payByIfTakenToday))}
              </Show>{" "}
              {text.letter}
            </Paragraph>
          </Show>
        </div>
      </ConfirmPanel>
      <Show when={props.ending.returnRefusal === undefined}>
        <ReturnEnding {...props} />
      </Show>
    </>
  );
}

const haveChanged = ({ about, ending }: Props) =>
  about.mandate.balances.spentCents !== ending.sums.spentCents ||
  about.mandate.balances.paidNotSpentCents !== ending.sums.refundDueCents;

function rowsOf({ draft, sums }: Ending): readonly DataRow[] {
  const what = text.what;
  const claim = draft.claim;
  return [
    { term: what.outcome, value: <strong>{what.end}</strong> },
    { term: what.spent, value: formatCents(sums.spentCents) },
    { term: what.released, value: formatCents(sums.releasedCents) },
    { term: what.refund, value: <strong>{formatCents(sums.refundDueCents)}</strong> },
    { term: what.reference, value: draft.reference },
    { term: what.basis, value: draft.legalBasis },
    ...(claim === undefined
      ? []
      : [
          { term: what.claimReference, value: claim.reference },
          { term: what.claimBasis, value: claim.legalBasis },
        ]),
  ];
}

function Take(props: Props) {
  // One key for this act: a reply that got lost is asked for again, not done twice.
  const key = makeIdempotencyKey();
  const { id: mandateId, pot } = props.about.mandate;
  let done: Done = { title: "" };
  const form = createForm({
    initial: {},
    check: () => [],
    send: () =>
      send(
        api.mandates[":mandateId"].endings[":endingId"].confirmations.$post({
          param: { mandateId, endingId: props.ending.id },
          header: { "idempotency-key": key },
        }),
        ({ releasedCents, refundDueCents }) => {
          done = {
            title: refundDueCents > 0 ? text.doneRefund(formatCents(refundDueCents)) : text.done,
            next: releasedCents > 0 ? text.doneReleased(formatCents(releasedCents), pot) : undefined,
          };
        },
      ),
  });
  const site = useSite();
  const page = () => (
    <>
      <EndingText
        draft={props.ending.draft}
        sums={props.ending.sums}
        decidingBody={site().municipality?.decidingBody ?? ""}
        decidedOn={dayOf(new Date())}
        payBy={props.about.endings.payByIfTakenToday}
        endsOn={props.about.mandate.endsOn}
      />
      <Show when={props.about.evaluations}>
        {(found) => (
          <>
            <Heading level={3}>{evaluations.title}</Heading>
            <EvaluationList voices={voicesOf(found())} milestones={found().milestones} isDraft />
          </>
        )}
      </Show>
    </>
  );
  return (
    <Form
      form={form}
      action={text.button}
      preview={{ to: text.previewTo, body: page }}
      onSent={() => props.onDone(done)}
      short
    />
  );
}

function ReturnEnding(props: Props) {
  const [isOpen, setOpen] = createSignal(false);
  const of = staffEnding.return;
  const form = createForm({
    draftKey: `terugsturen:${props.ending.id}`,
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.text("reason", reason, limits.note, of.reasonEmpty);
      return found.errors;
    },
    send: ({ reason }, key) => {
      const param = { mandateId: props.about.mandate.id, endingId: props.ending.id };
      const json = { reason: reason.trim() };
      const route = api.mandates[":mandateId"].endings[":endingId"].returns;
      return send(route.$post({ param, header: { "idempotency-key": key }, json }));
    },
  });
  return (
    <div class="act act--quiet stack stack--close">
      <div>
        <Button expanded={isOpen()} onPress={() => setOpen(!isOpen())}>
          {of.open}
        </Button>
      </div>
      <Show when={isOpen()}>
        <Form form={form} action={of.button} onSent={() => props.onDone({ title: of.done })} short>
          <TextArea {...form.bind("reason")} label={of.reason} hint={of.reasonHint} max={limits.note} rows={4} />
        </Form>
      </Show>
    </div>
  );
}
