import { For, type JSX, Show } from "solid-js";
import type { Evaluation } from "../reading/answers.ts";
import { StatusBadge } from "../ui/status-badge.tsx";
import { evaluations } from "../words/nl.ts";
import { paragraphsOf } from "./update-feed.tsx";

type By<B extends Evaluation["by"]> = Extract<Evaluation, { by: B }>["content"];

const tones = { yes: "good", partly: "going", no: "attention" } as const;

const voicesBy = <B extends Evaluation["by"]>(voices: readonly Evaluation[], by: B): readonly By<B>[] =>
  // Narrowed by `by`, which TypeScript does not follow through a type parameter.
  voices.filter((voice) => voice.by === by).map(({ content }) => content as By<B>);

/** What three voices say of a mandate: the enterprise, residents and the municipality. `milestones` names the promises. */
export function EvaluationList(props: {
  readonly voices: readonly Evaluation[];
  readonly milestones?: readonly { readonly id: string; readonly title: string }[] | undefined;
}) {
  const titleOf = (id: string) => props.milestones?.find((milestone) => milestone.id === id)?.title;
  const residents = () => voicesBy(props.voices, "resident");
  const average = () => {
    const scores = residents().map(({ score }) => score);
    return Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 10) / 10;
  };
  return (
    <div class="voices">
      <For each={voicesBy(props.voices, "enterprise")}>
        {(said) => (
          <Voice who={evaluations.enterprise}>
            <p>
              <strong>{evaluations.people(said.peopleReached)}</strong>
              {" · "}
              <strong>{evaluations.hours(said.volunteerHours)}</strong>
            </p>
            <Show when={props.milestones}>
              <ul class="promises">
                <For each={said.outcomes}>
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
            <Said label={evaluations.learned} text={said.learned} />
          </Voice>
        )}
      </For>
      <Show when={residents().length > 0}>
        <Voice who={evaluations.residents}>
          <p>
            <strong>{evaluations.average(average(), residents().length)}</strong>
          </p>
          <ul class="quotes">
            <For each={residents()}>
              {(said) => (
                <li>
                  <blockquote class="quotes__quote">{said.sentence}</blockquote>
                  <span class="small quiet">{evaluations.score(said.score)}</span>
                </li>
              )}
            </For>
          </ul>
        </Voice>
      </Show>
      <For each={voicesBy(props.voices, "officer")}>
        {(said) => (
          <Voice who={evaluations.officer}>
            <Said label={evaluations.judgement} text={said.judgement} />
            <Said label={evaluations.advice} text={said.advice} />
          </Voice>
        )}
      </For>
    </div>
  );
}

function Voice(props: { readonly who: string; readonly children: JSX.Element }) {
  return (
    <section class="voices__voice stack stack--close">
      <p class="voices__who">{props.who}</p>
      {props.children}
    </section>
  );
}

function Said(props: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p class="small quiet">{props.label}</p>
      <For each={paragraphsOf(props.text)}>{(paragraph) => <p>{paragraph}</p>}</For>
    </div>
  );
}
