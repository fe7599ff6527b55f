import { useParams } from "@solidjs/router";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import { Existing } from "../../../blocks/existing.tsx";
import { type Answer, answer, api } from "../../../reading/api.ts";
import { createReading, Shown } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import { DataList, type DataRow } from "../../../ui/data-list.tsx";
import { EmailLink } from "../../../ui/email-link.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Link } from "../../../ui/link.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Paragraph } from "../../../ui/paragraph.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { formatDate, formatLastDay, formatMoment } from "../../../words/dates.ts";
import { formal, staff } from "../../../words/nl.ts";
import { messageTones } from "../../formal/message.tsx";
import { CaseHolder } from "../case-holder.tsx";
import { Desk } from "../desk.tsx";
import { Outcome } from "../outcome.tsx";
import { hasRole, useStaff, whoMay, whyNot } from "../staff-viewer.ts";
import { AnswerMessage, TreatMessage } from "./answer-message.tsx";

const text = formal.staff;
const route = api["formal-messages"][":messageId"];
export type Message = Answer<Awaited<ReturnType<typeof route.$get>>>;

/** One formal message: what was received on the left, what city hall does with it on the right. */
export function StaffMessagePage() {
  const params = useParams<{ messageId: string }>();
  const reading = createReading(
    () => params.messageId,
    (messageId) => answer(route.$get({ param: { messageId } })),
  );
  const [done, setDone] = createSignal<string>();
  const finish = (what: string) => {
    setDone(what);
    reading.again();
  };
  const of = () => reading.value();
  return (
    <Existing reading={reading}>
      <Page
        title={of() === undefined ? text.message : `${formal.kinds[of()?.kind ?? "other"].name} ${of()?.reference}`}
        eyebrow={staff.eyebrow}
        acts={
          <Show when={of()}>
            {(found) => (
              <StatusBadge tone={messageTones[found().status]}>{formal.message.status[found().status]}</StatusBadge>
            )}
          </Show>
        }
        crumbs={[{ label: text.title, href: paths.staffMessages() }]}
      >
        <Shown reading={reading} who={whoMay("officer", "clerk", "auditor")} isPart>
          {(found) => (
            <Desk
              material={<Material message={found()} />}
              act={
                <>
                  <Show when={done()} keyed>
                    {(what) => <Outcome title={what} />}
                  </Show>
                  <Act message={found()} onDone={finish} />
                </>
              }
            />
          )}
        </Shown>
      </Page>
    </Existing>
  );
}

function Material(props: { readonly message: Message }) {
  const of = () => props.message;
  return (
    <>
      <section class="stack">
        <Heading level={2}>{text.message}</Heading>
        <DataList rows={factsOf(of())} />
        <Show when={of().isLate && of().objectionUntil}>
          {(until) => <Paragraph>{text.lateText(formatDate(until()))}</Paragraph>}
        </Show>
        <blockquote class="quotes__quote lines">{of().words}</blockquote>
        <Files message={of()} files={of().attachments} />
        <Paragraph look="small">{text.hashText}</Paragraph>
        <p class="small hash">{of().sha256}</p>
      </section>
      <Show when={of().steps.length > 0}>
        <section class="stack">
          <Heading level={2}>{text.history}</Heading>
          <ol class="plain stack">
            <For each={of().steps}>{(step) => <Step message={of()} step={step} />}</For>
          </ol>
        </section>
      </Show>
    </>
  );
}

function Step(props: { readonly message: Message; readonly step: Message["steps"][number] }) {
  const when = () => formatMoment(props.step.at);
  return (
    <li class="stack stack--tight">
      <p>
        <strong>{text.acts[props.step.act]}</strong>{" "}
        <span class="small quiet">{props.step.byName === undefined ? when() : text.by(props.step.byName, when())}</span>
      </p>
      <Show when={props.step.outcome}>{(outcome) => <p>{formal.outcomes[outcome()]}</p>}</Show>
      <Show when={props.step.words !== ""}>
        <blockquote class="quotes__quote lines">{props.step.words}</blockquote>
      </Show>
      <Files message={props.message} files={props.step.attachments} />
    </li>
  );
}

function Files(props: { readonly message: Message; readonly files: Message["attachments"] }) {
  return (
    <Show when={props.files.length > 0}>
      <Heading level={3}>{text.files}</Heading>
      <ul class="files stack stack--tight">
        <For each={props.files}>
          {({ fileId, name }) => (
            <li>
              <a class="nl-link" href={`/v1/formal-messages/${props.message.id}/files/${fileId}`} rel="external">
                {name}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function factsOf(message: Message): readonly DataRow[] {
  const { enterprise, decisionReference, description, title } = message;
  return [
    { term: text.sender, value: message.name },
    { term: text.senderAddress, value: <span class="lines">{message.address}</span> },
    { term: text.email, value: <EmailLink address={message.email} /> },
    { term: text.columns.received, value: formatMoment(message.receivedAt) },
    { term: text.columns.due, value: formatLastDay(message.dueOn) },
    ...(title === undefined ? [] : [{ term: text.columns.about, value: <Subject message={message} title={title} /> }]),
    ...(decisionReference === undefined ? [] : [{ term: text.decision, value: decisionReference }]),
    ...(enterprise === undefined
      ? []
      : [
          {
            term: text.enterprise,
            value: <Link href={paths.staffEnterprise(enterprise.id)}>{enterprise.name}</Link>,
          },
        ]),
    ...(description === "" ? [] : [{ term: text.description, value: <span class="lines">{description}</span> }]),
  ];
}

/** What it is about, where city hall works on that. */
function Subject(props: { readonly message: Message; readonly title: string }) {
  const href = () => {
    const { subject } = props.message;
    if (subject?.about === "ending") return paths.staffMandate(subject.id);
    if (subject?.about === "decision" || subject?.about === "proposal") return paths.staffProposal(subject.id);
    return subject?.about === "hidden" ? paths.staffModeration() : undefined;
  };
  return (
    <Show when={href()} fallback={props.title}>
      {(place) => <Link href={place()}>{props.title}</Link>}
    </Show>
  );
}

function Act(props: { readonly message: Message; readonly onDone: (what: string) => void }) {
  const viewer = useStaff();
  const of = () => props.message;
  const over = () => (of().status === "decided" || of().status === "withdrawn" ? of().status : undefined);
  return (
    <>
      <Switch>
        <Match when={over()}>
          {(status) => (
            <Notice tone="info" title={text.over[status() === "decided" ? "decided" : "withdrawn"]}>
              <Show when={of().forgetOn}>{(day) => <p>{text.forget(formatDate(day()))}</p>}</Show>
            </Notice>
          )}
        </Match>
        <Match when={of().refusal}>{(refusal) => <p class="act act--quiet">{whyNot(refusal(), text.why)}</p>}</Match>
        <Match when={true}>
          <Show when={of().status === "received"}>
            <TreatMessage messageId={of().id} onDone={() => props.onDone(text.done.treated)} />
          </Show>
          <AnswerMessage message={of()} onDone={() => props.onDone(text.done.answered)} />
        </Match>
      </Switch>
      {/* Keyed: who begins to treat it has it from then on. */}
      <Show
        when={of().isOpen && of().refusal === undefined && hasRole(viewer(), "officer") ? of().status : undefined}
        keyed
      >
        <CaseHolder caseId={of().id} heldBy="officer" />
      </Show>
    </>
  );
}
