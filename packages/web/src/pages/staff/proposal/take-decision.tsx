import { For, Show } from "solid-js";
import { createForm } from "../../../forms/form.ts";
import { makeIdempotencyKey } from "../../../forms/idempotency-key.ts";
import { api, send } from "../../../reading/api.ts";
import { paths } from "../../../site/paths.ts";
import { ConfirmPanel } from "../../../ui/confirm-panel.tsx";
import { DataList, type DataRow } from "../../../ui/data-list.tsx";
import { Form } from "../../../ui/form.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Paragraph } from "../../../ui/paragraph.tsx";
import { dayOf, formatDate, formatLastDay } from "../../../words/dates.ts";
import { formatCents } from "../../../words/money.ts";
import { decision as catalogue, refusals, words } from "../../../words/nl.ts";
import type { Decision } from "../answers.ts";
import { staffName, useStaff, whyNot } from "../staff-viewer.ts";
import type { Case } from "./case.ts";
import type { Done } from "./done.ts";

const text = catalogue.take;

/** A prepared decision: what it says, who prepared it, and whether the reader may take it. */
export function PreparedDecision(props: {
  readonly about: Case;
  readonly decision: Decision;
  readonly onDone: (done: Done) => void;
}) {
  const viewer = useStaff();
  const of = () => props.decision;
  const draft = () => of().draft;
  const changed = () => {
    const correction = props.about.proposal.advice?.correction;
    return correction !== undefined && correction.at > of().preparedAt ? correction : undefined;
  };
  const refusal = () => {
    const why = of().takeRefusal;
    if (why === undefined) return undefined;
    const left = of().pot?.availableCents ?? 0;
    return whyNot(why, {
      ...text.why,
      "four-eyes": text.why["four-eyes"](text.body),
      "not-enough-money": refusals.codes["not-enough-money"]({ availableCents: left }),
    });
  };
  return (
    <ConfirmPanel
      title={of().takeRefusal === undefined ? text.title : text.waiting}
      preparedBy={of().preparedBy}
      preparedAt={of().preparedAt}
      viewer={of().takeRefusal === undefined ? staffName(viewer()) : text.council}
      refusal={refusal()}
      acts={<Take about={props.about} decision={of()} onDone={props.onDone} />}
    >
      <div class="stack stack--close">
        <DataList rows={rowsOf(of(), props.about.proposal.appliedForCents)} />
        <div>
          <p class="small quiet">{text.motivation}</p>
          <p class="lines">{draft().motivation}</p>
        </div>
        <Show when={changed()}>
          {(correction) => (
            <Notice
              tone="attention"
              level={3}
              title={text.adviceChanged(formatDate(correction().at), correction().reason)}
            />
          )}
        </Show>
        <Show when={of().obstacles.length > 0}>
          <ul class="bullets">
            <For each={of().obstacles}>{(obstacle) => <li>{words.moneyObstacles[obstacle]}</li>}</For>
          </ul>
        </Show>
        <Show when={of().takeRefusal === undefined}>
          <Paragraph>
            {text.objection(formatLastDay(props.about.decisions.objectionUntilIfTakenToday))} {text.letter}
          </Paragraph>
        </Show>
      </div>
    </ConfirmPanel>
  );
}

function rowsOf({ draft, pot }: Decision, appliedForCents: number): readonly DataRow[] {
  const reasons = [
    { term: text.reference, value: draft.reference },
    { term: text.legalBasis, value: draft.legalBasis },
  ];
  const outcome = { term: text.outcome, value: <strong>{words.outcomes[draft.outcome]}</strong> };
  if (draft.outcome === "reject") return [outcome, ...reasons];
  const { amountCents, instrument, startsOn, endsOn, instalments, conditions } = draft;
  return [
    outcome,
    {
      term: text.amount,
      value: <strong>{text.ofApplied(formatCents(amountCents), formatCents(appliedForCents))}</strong>,
    },
    ...(pot === undefined ? [] : [{ term: text.pot, value: text.potNow(pot.name, formatCents(pot.availableCents)) }]),
    { term: text.instrument, value: words.instruments[instrument] },
    { term: text.term, value: text.termValue(formatDate(startsOn), formatDate(endsOn)) },
    {
      term: text.instalments,
      value: (
        <ul class="plain">
          <For each={instalments}>
            {(part) => <li>{text.instalmentValue(formatCents(part.amountCents), formatDate(part.plannedOn))}</li>}
          </For>
        </ul>
      ),
    },
    {
      term: text.conditions,
      value: (
        <Show when={conditions.length > 0} fallback={text.noConditions}>
          <ul class="bullets">
            <For each={conditions}>{(condition) => <li>{condition}</li>}</For>
          </ul>
        </Show>
      ),
    },
    ...reasons,
  ];
}

/** Not before the first day of the mandate, and not on a day that is over. */
function firstPayment({ startsOn }: Extract<Decision["draft"], { startsOn: string }>): string {
  const today = dayOf(new Date());
  return startsOn > today ? startsOn : today;
}

function Take(props: { readonly about: Case; readonly decision: Decision; readonly onDone: (done: Done) => void }) {
  // One key for this act: a reply that got lost is asked for again, not done twice.
  const key = makeIdempotencyKey();
  const { draft, id } = props.decision;
  const proposal = props.about.proposal;
  let done: Done = { title: "" };
  const form = createForm({
    initial: {},
    check: () => [],
    send: () =>
      send(
        api.proposals[":proposalId"].decisions[":decisionId"].confirmations.$post({
          param: { proposalId: proposal.id, decisionId: id },
          header: { "idempotency-key": key },
        }),
        ({ objectionUntil, mandateId }) => {
          const objection = text.doneObjection(formatLastDay(objectionUntil));
          done =
            draft.outcome === "reject" || mandateId === undefined
              ? { title: text.doneReject(proposal.enterprise.name), next: objection }
              : {
                  title: text.doneAward(proposal.enterprise.name, formatCents(draft.amountCents)),
                  next: `${text.doneAwardNext(formatDate(firstPayment(draft)))} ${objection}`,
                  link: { href: paths.staffMandate(mandateId), label: text.toMandate },
                };
        },
      ),
  });
  const button =
    draft.outcome === "reject" ? text.buttons.reject : text.buttons[draft.outcome](formatCents(draft.amountCents));
  return <Form form={form} action={button} onSent={() => props.onDone(done)} short />;
}
