import { For, type JSX, Show } from "solid-js";

/** A column. `figure` columns stand right with figures under each other; the first column names the row. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly figure?: boolean | undefined;
  readonly cell: (row: Row) => JSX.Element;
  /** In the last line of the table. */
  readonly total?: JSX.Element;
}

/**
 * A table with a caption. On a phone each row becomes a block with the column names beside the values; the roles are
 * written out because browsers forget them once a table is laid out as blocks.
 */
export function Table<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly hideCaption?: boolean | undefined;
}) {
  const hasTotals = () => props.columns.some((column) => column.total !== undefined);
  return (
    // biome-ignore-start lint/a11y: the roles of a table are lost under `display: block`, so they are written out
    <table class="table table--stacks" role="table">
      <caption>
        <span classList={{ "visually-hidden": props.hideCaption === true }}>{props.caption}</span>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <For each={props.columns}>
            {(column) => (
              <th role="columnheader" scope="col" classList={{ table__figure: column.figure === true }}>
                {column.label}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody role="rowgroup">
        <For each={props.rows}>
          {(row) => (
            <tr role="row">
              <For each={props.columns}>
                {(column, index) => (
                  <Show
                    when={index() === 0}
                    fallback={
                      <td role="cell" data-label={column.label} classList={{ table__figure: column.figure === true }}>
                        {column.cell(row)}
                      </td>
                    }
                  >
                    <th role="rowheader" scope="row">
                      {column.cell(row)}
                    </th>
                  </Show>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
      <Show when={hasTotals()}>
        <tfoot role="rowgroup">
          <tr role="row">
            <For each={props.columns}>
              {(column, index) => (
                <Show
                  when={index() === 0}
                  fallback={
                    <td
                      role="cell"
                      data-label={column.total === undefined ? undefined : column.label}
                      classList={{ table__figure: column.figure === true }}
                    >
                      {column.total}
                    </td>
                  }
                >
                  <th role="rowheader" scope="row">
                    {column.total}
                  </th>
                </Show>
              )}
            </For>
          </tr>
        </tfoot>
      </Show>
    </table>
    // biome-ignore-end lint/a11y: see above
  );
}
