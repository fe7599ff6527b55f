import { For } from "solid-js";
import type { EnterpriseCard } from "../reading/answers.ts";
import { formatDate } from "../words/dates.ts";
import { mandates } from "../words/nl.ts";

type Promises = EnterpriseCard["promises"];

/** What stands behind the count, by name: what came late, what did not come, and what is still to come. */
function linesOf({ late, missed, coming }: Promises): readonly string[] {
  return [
    ...missed.map(({ title, plannedOn }) => mandates.missed(title, formatDate(plannedOn))),
    ...late.map(({ title, plannedOn, reachedOn }) =>
      mandates.late(title, formatDate(plannedOn), formatDate(reachedOn ?? plannedOn)),
    ),
    ...coming.map(({ title, plannedOn }) => mandates.coming(title, formatDate(plannedOn))),
  ];
}

/** "5 van 6 beloften gehaald, 1 te laat, 2 komen nog". */
export const trackRecord = ({ kept, due, total, late }: Promises): string =>
  mandates.promises(kept, due, late.length, total - due);

/** A track record in words: "5 van 6 beloften gehaald", and by name which are late or open. */
export function TrackRecord(props: { readonly promises: Promises }) {
  return (
    <div class="stack stack--tight">
      <p>
        <strong>{trackRecord(props.promises)}</strong>
      </p>
      <ul class="plain small">
        <For each={linesOf(props.promises)}>{(line) => <li>{line}</li>}</For>
      </ul>
    </div>
  );
}
