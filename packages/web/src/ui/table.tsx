import { createSignal, For, type JSX, Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { Button } from "./button.tsx";

/** A column. `figure` columns stand right with figures under each other; the first column names the row. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly figure?: boolean | undefined;
  /** Says again at length what the row says in short: left out on a phone. */
  readonly deskOnly?: boolean | undefined;
  /** Its values say what they are, such as dates: on a phone they stand without the name of the column. */
  readonly bare?: boolean | undefined;
  readonly cell: (row: Row) => JSX.Element;
  /** In the last line of the table. */
  readonly total?: JSX.Element;
}

/**
 * A table with a caption. On a phone each row becomes a compact block: its name with the one figure it has beside it, and
 * under it the other values, each after the name of its column. The roles are written out because browsers forget them once
 * a table is laid out as blocks.
 */
export function Table<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly hideCaption?: boolean | undefined;
  /** So many rows at first; the rest at the press of a button, and always on paper. */
  readonly first?: number | undefined;
  /** Rows that follow each other under one heading, such as the month they are of. */
  readonly groupOf?: ((row: Row) => string) | undefined;
}) {
  const hasTotals = () => props.columns.some((column) => column.total !== undefined);
  const [isWhole, setWhole] = createSignal(false);
  const shown = () => (isWhole() ? props.rows.length : (props.first ?? props.rows.length));
  const only = () => {
    const figures = props.columns.filter(({ figure }) => figure === true);
    return figures.length === 1 ? figures[0]?.key : undefined;
  };
  const classesOf = (column: Column<Row>) => ({
    table__figure: column.figure === true,
    table__beside: column.key === only(),
    "table__desk-only": column.deskOnly === true,
  });
  return (
    <>
      {/* biome-ignore-start lint/a11y: the roles of a table are lost under `display: block`, so they are written out */}
      <table class="table table--stacks" role="table">
        <caption>
          <span classList={{ "visually-hidden": props.hideCaption === true }}>{props.caption}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <For each={props.columns}>
              {(column) => (
                <th role="columnheader" scope="col" classList={classesOf(column)}>
                  {column.label}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <For each={groupsOf(props.rows, props.groupOf)}>
          {(group) => (
            <tbody role="rowgroup">
              <Show when={group.title}>
                {(title) => (
                  <tr role="row" class="table__group" classList={{ table__later: group.start >= shown() }}>
                    <th role="rowheader" scope="rowgroup" colSpan={props.columns.length}>
                      {title()}
                    </th>
                  </tr>
                )}
              </Show>
              <For each={group.rows}>
                {(row, place) => (
                  <tr role="row" classList={{ table__later: group.start + place() >= shown() }}>
                    <For each={props.columns}>
                      {(column, index) => (
                        <Show
                          when={index() === 0}
                          fallback={
                            <td
                              role="cell"
                              data-label={column.bare === true ? undefined : column.label}
                              classList={classesOf(column)}
                            >
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
          )}
        </For>
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
                        classList={classesOf(column)}
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
      {/* biome-ignore-end lint/a11y: see above */}
      <Show when={shown() < props.rows.length}>
        <div class="no-print table__more">
          <Button onPress={() => setWhole(true)}>{ui.table.all(props.rows.length)}</Button>
        </div>
      </Show>
    </>
  );
}

interface Group<Row> {
  readonly title: string | undefined;
  /** The place of its first row among all rows. */
  readonly start: number;
  readonly rows: Row[];
}

/** Rows under the headings they belong to, in the order they came. */
function groupsOf<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined): readonly Group<Row>[] {
  const groups: Group<Row>[] = [];
  rows.forEach((row, start) => {
    const title = groupOf?.(row);
    const last = groups.at(-1);
    if (last === undefined || last.title !== title) groups.push({ title, start, rows: [row] });
    else last.rows.push(row);
  });
  return groups;
}
