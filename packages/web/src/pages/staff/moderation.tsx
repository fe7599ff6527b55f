import { createSignal, For, Match, Show, Switch } from "solid-js";
import { ListEnd } from "../../blocks/list-end.tsx";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { type Answer, answer, api, send } from "../../reading/api.ts";
import { createGrowingList, type GrowingList } from "../../reading/growing-list.ts";
import { Shown } from "../../reading/resource.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { formatDate } from "../../words/dates.ts";
import { moderation, proposals, staff } from "../../words/nl.ts";
import { Outcome } from "./outcome.tsx";
import { StaffNav } from "./staff-nav.tsx";
import { hasRole, useStaff, whoMay } from "./staff-viewer.ts";

const text = moderation.staff;
type State = "open" | "hidden";
const read = (state: State, cursor: string | undefined) =>
  answer(api.moderation.$get({ query: { state, ...(cursor === undefined ? {} : { cursor }) } }));
type Row = Answer<Awaited<ReturnType<typeof api.moderation.$get>>>["items"][number];
type Choice = "hide" | "keep" | "restore";

/** What visitors reported, and what is hidden now; an officer judges. */
export function ModerationPage() {
  const [done, setDone] = createSignal<string>();
  const open = createGrowingList(() => "open" as const, read);
  const hidden = createGrowingList(() => "hidden" as const, read);
  const judged = (choice: Choice) => {
    setDone(text.done[choice]);
    open.reading.again();
    hidden.reading.again();
  };
  return (
    <Page title={text.title} eyebrow={staff.eyebrow} lead={text.lead}>
      <StaffNav />
      <div class="stack stack--sections">
        <Show when={done()} keyed>
          {(sentence) => <Outcome title={sentence} />}
        </Show>
        <Cases list={open} state="open" onDone={judged} />
        <Cases list={hidden} state="hidden" onDone={judged} />
      </div>
    </Page>
  );
}

function Cases(props: {
  readonly list: GrowingList<Row>;
  readonly state: State;
  readonly onDone: (choice: Choice) => void;
}) {
  return (
    <section class="stack">
      <Heading level={2}>{props.state === "open" ? text.openTitle : text.hiddenTitle}</Heading>
      <Shown reading={props.list.reading} who={whoMay("officer", "council", "clerk", "auditor")} isPart>
        {(part) => (
          <Show
            when={part().items.length > 0}
            fallback={<EmptyState>{props.state === "open" ? text.openEmpty : text.hiddenEmpty}</EmptyState>}
          >
            <ol class="plain stack">
              <For each={part().items}>{(row) => <Case row={row} state={props.state} onDone={props.onDone} />}</For>
            </ol>
            <ListEnd list={props.list} part={part()} />
          </Show>
        )}
      </Shown>
    </section>
  );
}

/** What was reported; of a plan also which part. */
const kindOf = (target: Row["target"]) =>
  target.kind === "passage" ? `${text.kinds.passage}: ${proposals.passages[target.passage]}` : text.kinds[target.kind];

function Case(props: { readonly row: Row; readonly state: State; readonly onDone: (choice: Choice) => void }) {
  const viewer = useStaff();
  const of = () => props.row;
  return (
    <li class="panel panel--plain panel--holds-act">
      <div class="split split--even split--start">
        <div class="stack stack--close">
          <p class="small quiet">
            {kindOf(of().target)}&nbsp;· {text.by(of().enterprise.name)}
          </p>
          <Heading level={3}>{of().title}</Heading>
          <blockquote class="quotes__quote lines">{of().words}</blockquote>
          <Link href={of().path}>{text.toPage}</Link>
          <Show when={of().hidden}>
            {(hidden) => (
              <p>
                {moderation.hidden(formatDate(hidden().at))}. {moderation.reason(hidden().reason)}
              </p>
            )}
          </Show>
          <Show when={of().reportCount > 0}>
            <p>
              <strong>{text.reports(of().reportCount)}</strong>{" "}
              <Show when={of().openSince}>
                {(since) => <span class="quiet">{text.since(formatDate(since()))}</span>}
              </Show>
            </p>
            <ul class="bullets">
              <For each={of().reports}>
                {(report) => (
                  <li>
                    {report.reason} <span class="small quiet">({formatDate(report.at)})</span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
        <Switch fallback={<p class="act act--quiet">{text.only}</p>}>
          <Match when={hasRole(viewer(), "officer")}>
            <Judge row={of()} state={props.state} onDone={props.onDone} />
          </Match>
        </Switch>
      </div>
    </li>
  );
}

function Judge(props: { readonly row: Row; readonly state: State; readonly onDone: (choice: Choice) => void }) {
  const { target } = props.row;
  const form = createForm({
    draftKey: `melding:${JSON.stringify(target)}:${props.state}`,
    initial: { choice: props.state === "hidden" ? "restore" : "", reason: "" },
    check: ({ choice, reason }) => {
      const found = gatherErrors();
      found.choice("choice", choice, text.choiceEmpty);
      found.text("reason", reason, limits.note, text.reasonEmpty);
      return found.errors;
    },
    send: ({ choice, reason }, key) =>
      // One of the options of the radio group, or the one that is left for what is hidden.
      send(
        api.moderation.judgements.$post({
          header: { "idempotency-key": key },
          json: { outcome: choice as Choice, target, reason: reason.trim() },
        }),
      ),
  });
  const choice = () => form.values.choice as Choice | "";
  const hint = () =>
    choice() === "keep" ? text.keepReasonHint : choice() === "restore" ? text.restoreReasonHint : text.hideReasonHint;
  return (
    <div class="act stack">
      <Form
        form={form}
        action={text.buttons[choice() || "none"]}
        onSent={() => props.onDone((choice() || "keep") as Choice)}
        preview={{
          to: text.previewTo[choice() || "keep"],
          body: () => <Said choice={choice()} reason={form.values.reason} kind={target.kind} />,
        }}
        scope={Object.values(target).join("-")}
        short
      >
        <Show when={props.state === "open"}>
          <RadioGroup
            {...form.bind("choice")}
            label={text.choice}
            options={[
              ...(props.row.staysPublic === true
                ? []
                : [
                    {
                      value: "hide",
                      label: text.hide,
                      hint: wholeOf(target.kind) === undefined ? text.hideHint : text.hidePageHint,
                    },
                  ]),
              { value: "keep", label: text.keep, hint: text.keepHint },
            ]}
          />
          <Show when={choice() === "hide" ? wholeOf(target.kind) : undefined}>
            {(whole) => <WhatGoes {...whole()} />}
          </Show>
          <Show when={props.row.staysPublic}>
            <p class="small">{text.staysPublic}</p>
          </Show>
        </Show>
        <TextArea {...form.bind("reason")} label={text.reason} hint={hint()} max={limits.note} rows={3} />
      </Form>
    </div>
  );
}

/** What goes and what stays when a whole page is hidden; nothing for a part of one. */
const wholeOf = (kind: Row["target"]["kind"]) =>
  kind === "enterprise" || kind === "proposal" ? text.whole[kind] : undefined;

function WhatGoes(props: { readonly goes: readonly string[]; readonly stays: readonly string[] }) {
  return (
    <div class="stack stack--tight">
      <p>
        <strong>{text.goesTitle}</strong>
      </p>
      <ul class="bullets">
        <For each={props.goes}>{(each) => <li>{each}</li>}</For>
      </ul>
      <p>
        <strong>{text.staysTitle}</strong>
      </p>
      <ul class="bullets">
        <For each={props.stays}>{(each) => <li>{each}</li>}</For>
      </ul>
    </div>
  );
}

/** What stands in the place of what is hidden, and of a whole page what goes with it; the author reads the reason in any case. */
function Said(props: { readonly choice: Choice | ""; readonly reason: string; readonly kind: Row["target"]["kind"] }) {
  return (
    <Show when={props.choice === "hide"} fallback={<blockquote class="quote lines">{props.reason.trim()}</blockquote>}>
      <p>
        {moderation.hidden(formatDate(new Date()))}. {moderation.reason(props.reason.trim())}
      </p>
      <Show when={wholeOf(props.kind)}>{(whole) => <WhatGoes {...whole()} />}</Show>
    </Show>
  );
}
