import { For, type JSX, Show } from "solid-js";
import type { Evaluation } from "../reading/answers.ts";
import { StatusBadge } from "../ui/status-badge.tsx";
import { evaluations } from "../words/nl.ts";
import { HiddenLine, HiddenNote, ReportLink } from "./moderation.tsx";
import { paragraphsOf } from "./update-feed.tsx";

type By<B extends Evaluation["by"]> = Extract<Evaluation, { by: B }>;

const tones = { yes: "good", partly: "going", no: "attention" } as const;

/** What was promised, by its names. */
type Promised = readonly { readonly id: string; readonly title: string }[] | undefined;

const voicesBy = <B extends Evaluation["by"]>(voices: readonly Evaluation[], by: B): readonly By<B>[] =>
  voices.filter((voice): voice is By<B> => voice.by === by);

/** What three voices say of a mandate: the enterprise, residents and the municipality. `milestones` names the promises. */
export function EvaluationList(props: {
  readonly voices: readonly Evaluation[];
  readonly milestones?: Promised;
  /** There are more voices than these: then they have no average. */
  readonly isPart?: boolean | undefined;
  /** What is not public yet: nobody has anything to report. */
  readonly isDraft?: boolean | undefined;
}) {
  const residents = () => voicesBy(props.voices, "resident");
  const average = () => {
    const scores = residents().map(({ content }) => content.score);
    return Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 10) / 10;
  };
  return (
    <div class="voices">
      <For each={voicesBy(props.voices, "enterprise")}>
        {(voice) => (
          <Voice who={evaluations.enterprise} voice={voice} isDraft={props.isDraft}>
            <EnterpriseWords content={voice.content} milestones={props.milestones} />
          </Voice>
        )}
      </For>
      <Show when={residents().length > 0}>
        <Voice who={evaluations.residents}>
          <Show when={props.isPart !== true}>
            <p>
              <strong>{evaluations.average(average(), residents().length)}</strong>
            </p>
          </Show>
          <ul class="quotes">
            <For each={residents()}>
              {(voice) => (
                <li>
                  <ResidentWords
                    content={voice.content}
                    hidden={voice.hidden}
                    caseId={`${voice.mandateId}.${voice.id}`}
                  />
                  <Reporting voice={voice} about={voice.content.sentence} isDraft={props.isDraft} />
                </li>
              )}
            </For>
          </ul>
        </Voice>
      </Show>
      <For each={voicesBy(props.voices, "officer")}>
        {(voice) => (
          <Voice who={evaluations.officer} voice={voice} isDraft={props.isDraft}>
            <OfficerWords content={voice.content} />
          </Voice>
        )}
      </For>
    </div>
  );
}

/** What the enterprise says: in figures, promise by promise, and what it learned. */
export function EnterpriseWords(props: {
  readonly content: By<"enterprise">["content"];
  readonly milestones?: Promised;
}) {
  const titleOf = (id: string) => props.milestones?.find((milestone) => milestone.id === id)?.title;
  return (
    <>
      <p>
        <strong>{evaluations.people(props.content.peopleReached)}</strong>
        {"\u00a0· "}
        <strong>{evaluations.hours(props.content.volunteerHours)}</strong>
      </p>
      <Show when={props.milestones}>
        <ul class="promises">
          <For each={props.content.outcomes}>
            {(outcome) => (
              <li class="promises__promise">
                <span>
                  {titleOf(outcome.milestoneId) ?? evaluations.promised}
                  <Show when={outcome.note}>{(note) => <span class="promises__note">{note()}</span>}</Show>
                </span>
                <StatusBadge tone={tones[outcome.reached]}>{evaluations.reached[outcome.reached]}</StatusBadge>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Said label={evaluations.learned} text={props.content.learned} />
    </>
  );
}

/** What a resident says, without a name: a sentence and a mark. */
export function ResidentWords(props: {
  readonly content: By<"resident">["content"];
  readonly hidden?: Evaluation["hidden"];
  /** Names it, for who objects to that it is hidden. */
  readonly caseId?: string;
}) {
  return (
    <>
      <Show when={props.hidden === undefined} fallback={<HiddenLine hidden={props.hidden} caseId={props.caseId} />}>
        <blockquote class="quotes__quote">{props.content.sentence}</blockquote>
      </Show>
      <span class="small quiet">{evaluations.score(props.content.score)}</span>
    </>
  );
}

/** What the officer says. */
export function OfficerWords(props: { readonly content: By<"officer">["content"] }) {
  return (
    <>
      <Said label={evaluations.judgement} text={props.content.judgement} />
      <Said label={evaluations.advice} text={props.content.advice} />
    </>
  );
}

function Voice(props: {
  readonly who: string;
  readonly voice?: Evaluation | undefined;
  readonly isDraft?: boolean | undefined;
  readonly children: JSX.Element;
}) {
  return (
    <section class="voices__voice stack stack--close">
      <p class="voices__who">{props.who}</p>
      <Show when={props.voice?.hidden}>
        {(hidden) => <HiddenNote hidden={hidden()} caseId={`${props.voice?.mandateId}.${props.voice?.id}`} />}
      </Show>
      {props.children}
      <Show when={props.voice}>
        {(voice) => <Reporting voice={voice()} about={props.who} isDraft={props.isDraft} />}
      </Show>
    </section>
  );
}

function Reporting(props: {
  readonly voice: Evaluation;
  readonly about: string;
  readonly isDraft?: boolean | undefined;
}) {
  return (
    <Show when={props.voice.hidden === undefined && props.isDraft !== true}>
      <ReportLink of={{ kind: "evaluation", id: props.voice.mandateId, part: props.voice.id }} about={props.about} />
    </Show>
  );
}

function Said(props: { readonly label: string; readonly text: string }) {
  return (
    <Show when={props.text}>
      <div class="stack stack--tight">
        <p class="small quiet">{props.label}</p>
        <For each={paragraphsOf(props.text)}>{(paragraph) => <p>{paragraph}</p>}</For>
      </div>
    </Show>
  );
}
