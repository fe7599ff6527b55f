import { For, Match, Show, Switch } from "solid-js";
import { useSite } from "../../site/site.ts";
import { Button } from "../../ui/button.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Shape } from "../../ui/shape.tsx";
import { formatHour, formatMoment } from "../../words/dates.ts";
import { proposalForm } from "../../words/nl.ts";
import type { Draft } from "./answers.ts";
import type { createDraftSync, SyncState } from "./draft-sync.ts";
import { differencesOf } from "./plan-answers.ts";
import type { PlanForm } from "./plan-form.ts";
import { valuesOf } from "./plan-values.ts";

const text = proposalForm.save;

/** Says quietly whether the draft is on the server. */
export function SyncLine(props: { readonly state: SyncState }) {
  const savedAt = () => (props.state.kind === "saved" ? props.state.at : undefined);
  return (
    <span class="autosave" role="status">
      <Switch>
        <Match when={props.state.kind === "saving"}>{text.saving}</Match>
        <Match when={savedAt()}>
          {(at) => (
            <>
              <Shape name="check" class="autosave__shape" />
              {text.saved(formatHour(at()))}
            </>
          )}
        </Match>
        <Match when={props.state.kind === "local"}>
          <Shape name="info" class="autosave__shape" />
          {text.local}
        </Match>
        <Match when={props.state.kind === "refused"}>
          <Shape name="triangle" class="autosave__shape" />
          {text.refused}
        </Match>
      </Switch>
    </span>
  );
}

type Sync = ReturnType<typeof createDraftSync>;

/** Two people wrote at once: both texts are there, per answer, and nothing is thrown away unasked. */
export function ConflictNotice(props: { readonly sync: Sync; readonly form: PlanForm }) {
  const theirs = () => {
    const state = props.sync.state();
    return state.kind === "conflict" ? state.theirs : undefined;
  };
  return <Show when={theirs()}>{(draft) => <Conflict sync={props.sync} form={props.form} theirs={draft()} />}</Show>;
}

function Conflict(props: { readonly sync: Sync; readonly form: PlanForm; readonly theirs: Draft }) {
  const site = useSite();
  const who = () => {
    const { saved } = props.theirs;
    return saved?.isMine === true ? undefined : (saved?.name ?? text.someone);
  };
  const when = () => formatMoment(props.theirs.saved?.at ?? new Date().toISOString());
  const differences = () =>
    differencesOf(props.form.values, valuesOf(props.theirs.draft, props.theirs.revision), site());
  return (
    <Notice tone="asking" title={text.conflictTitle(who(), when())} spoken>
      <p>{text.conflictText}</p>
      <For each={differences()}>
        {(difference) => (
          <section class="stack stack--tight">
            <Heading level={3}>{difference.term}</Heading>
            <div class="grid grid--narrow">
              <Side title={text.mine} words={difference.mine} />
              <Side title={text.theirs(who())} words={difference.theirs} />
            </div>
            <Button look="subtle" class="button--flush" onPress={() => props.sync.takeTheirs(difference.field)}>
              {text.takeOne(who())} <span class="visually-hidden">{difference.term}</span>
            </Button>
          </section>
        )}
      </For>
      <div class="cluster">
        <Button onPress={() => void props.sync.keepMine()}>
          {differences().length === 0 ? text.keepSame : text.keepMine}
        </Button>
        <Button onPress={() => props.sync.takeTheirs()}>{text.takeTheirs(who())}</Button>
      </div>
    </Notice>
  );
}

function Side(props: { readonly title: string; readonly words: string }) {
  return (
    <div class="panel stack stack--tight">
      <p class="small quiet">{props.title}</p>
      <p class="lines">{props.words || proposalForm.unanswered}</p>
    </div>
  );
}
