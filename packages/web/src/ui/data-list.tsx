import { For, type JSX, Show } from "solid-js";

export interface DataRow {
  readonly term: string;
  readonly value: JSX.Element;
  /** Beside the value: a link to change it. */
  readonly act?: JSX.Element;
}

/** Names and values: an overview of answers, the facts of a mandate. `compact` puts values at the end of the line. */
export function DataList(props: { readonly rows: readonly DataRow[]; readonly compact?: boolean | undefined }) {
  return (
    <dl class="data-list" classList={{ "data-list--compact": props.compact === true }}>
      <For each={props.rows}>
        {(row) => (
          <div class="data-list__row">
            <dt class="data-list__term">{row.term}</dt>
            <dd class="data-list__value">{row.value}</dd>
            <Show when={row.act}>
              <dd class="data-list__act">{row.act}</dd>
            </Show>
          </div>
        )}
      </For>
    </dl>
  );
}
