import { For, Show } from "solid-js";
import { districtNames, useSite } from "../../../site/site.ts";
import { Heading } from "../../../ui/heading.tsx";
import { formatDate } from "../../../words/dates.ts";
import { staffProposal } from "../../../words/nl.ts";
import type { Version } from "../answers.ts";
import type { Case } from "./case.ts";
import { type PlanChange, planChanges } from "./plan-changes.ts";

const text = staffProposal.versions;

/** Every version of the plan, newest first, each with what it says otherwise than the one before. */
export function Versions(props: { readonly about: Case }) {
  const site = useSite();
  const versions = () => props.about.versions;
  const changesOf = (version: Version, index: number) => {
    const before = versions()[index + 1];
    return before === undefined
      ? undefined
      : planChanges(before.plan, version.plan, (districts) => districtNames(site(), districts));
  };
  return (
    <section class="stack stack--close">
      <Heading level={2}>{text.title}</Heading>
      <Show when={versions().length > 1} fallback={<p>{text.only}</p>}>
        <div>
          <For each={versions()}>
            {(version, index) => (
              <details class="version" open={index() === 0}>
                <summary>
                  {text.name(version.version)}
                  <span class="version__when">
                    {text.reasons[version.reason]}, {formatDate(version.savedAt)}
                  </span>
                </summary>
                <VersionBody version={version} changes={changesOf(version, index())} />
              </details>
            )}
          </For>
        </div>
      </Show>
    </section>
  );
}

function VersionBody(props: { readonly version: Version; readonly changes: readonly PlanChange[] | undefined }) {
  return (
    <div class="stack stack--close">
      <Show when={props.version.note}>
        {(note) => (
          <div>
            <p class="small quiet">{text.note}</p>
            <p class="quote">{note()}</p>
          </div>
        )}
      </Show>
      <Show when={props.version.attachment}>
        {(name) => (
          <p>
            {props.version.reason === "attachment-removed" ? <del>{name()}</del> : <ins>{name()}</ins>}
            <Show when={props.version.by}>{(by) => <span class="quiet"> {text.by(by())}</span>}</Show>
          </p>
        )}
      </Show>
      <Show when={props.changes} fallback={<p>{text.first}</p>}>
        {(changes) => (
          <Show when={changes().length > 0} fallback={<p>{text.same}</p>}>
            <ul class="changes">
              <For each={changes()}>{(change) => <Change change={change} />}</For>
            </ul>
          </Show>
        )}
      </Show>
    </div>
  );
}

function Change(props: { readonly change: PlanChange }) {
  const was = () => (props.change.after === undefined ? text.removed : text.before);
  const became = () => (props.change.before === undefined ? text.added : text.after);
  return (
    <li class="changes__change">
      <span class="changes__field">{text.fields[props.change.field]}</span>
      <div class="stack stack--tight">
        <Show when={props.change.before}>
          {(before) => (
            <p class="changes__before">
              <span class="small">{was()}: </span>
              <del class="lines">{before()}</del>
            </p>
          )}
        </Show>
        <Show when={props.change.after}>
          {(after) => (
            <p>
              <span class="small quiet">{became()}: </span>
              <ins class="lines">{after()}</ins>
            </p>
          )}
        </Show>
      </div>
    </li>
  );
}
