import { For, Show } from "solid-js";
import { Table } from "../ui/table.tsx";
import { formatCents } from "../words/money.ts";
import { ui } from "../words/nl.ts";
import { type FlowData, layOutFlow, type PlacedLink, type PlacedNode, wrapLabel } from "./flow-layout.ts";

const across = { mainLength: 900, crossLength: 330, barLength: 14, gap: 14, slotMin: 46 };
const labelWidth = 220;
const headRoom = 40;
const downHeadRoom = 26;
const down = { mainLength: 430, crossLength: 316, barLength: 26, gap: 4, slotMin: 3 };

/**
 * Where the money comes from and where it went, as water: from the council to pots, enterprises and categories.
 * Side by side on a wide screen; from top to bottom with numbers on a phone; and the same facts as a table.
 */
export function Flow(props: { readonly data: FlowData; readonly caption?: string | undefined }) {
  const nameOf = (id: string) =>
    props.data.columns.flatMap((column) => column.nodes).find((node) => node.id === id)?.label ?? id;
  const caption = () => props.caption ?? ui.flow.caption;
  return (
    <figure class="flow">
      <figcaption class="visually-hidden">{caption()}</figcaption>
      <Across data={props.data} />
      <Down data={props.data} />
      <details class="flow__table">
        <summary>{ui.flow.tableTitle}</summary>
        <Table
          caption={caption()}
          rows={props.data.links}
          columns={[
            { key: "from", label: ui.flow.from, cell: (link) => nameOf(link.from) },
            { key: "to", label: ui.flow.to, cell: (link) => nameOf(link.to) },
            { key: "cents", label: ui.flow.amount, figure: true, cell: (link) => formatCents(link.cents) },
          ]}
        />
      </details>
    </figure>
  );
}

function Across(props: { data: FlowData }) {
  const placed = () => layOutFlow(props.data, across);
  const ribbon = (link: PlacedLink) => {
    const x0 = link.source.at + across.barLength;
    const x1 = link.target.at;
    const middle = (x0 + x1) / 2;
    const [top0, top1] = [link.sourceStart, link.targetStart];
    return `M${x0} ${top0}C${middle} ${top0} ${middle} ${top1} ${x1} ${top1}v${link.size}C${middle} ${top1 + link.size} ${middle} ${top0 + link.size} ${x0} ${top0 + link.size}z`;
  };
  const box = () => `0 ${-headRoom} ${across.mainLength + labelWidth} ${placed().crossTotal + headRoom + 8}`;
  return (
    <svg class="flow__drawing flow__drawing--across" viewBox={box()} aria-hidden="true">
      <For each={placed().links}>{(link) => <path class="flow__ribbon" d={ribbon(link)} />}</For>
      <For each={props.data.columns}>
        {(column, index) => (
          <text
            class="flow__heading"
            x={placed().nodes.find((node) => node.column === index())?.at ?? 0}
            y={-headRoom + 18}
          >
            {column.label}
          </text>
        )}
      </For>
      <For each={placed().nodes}>
        {(node) => (
          <g>
            <rect
              class="flow__bar"
              classList={{ "flow__bar--pot": node.column < 2 }}
              x={node.at}
              y={node.start}
              width={across.barLength}
              height={Math.max(2, node.flowing)}
            />
            <Show when={node.size - node.flowing > 1}>
              <rect
                class="flow__bar--rest"
                x={node.at + 0.5}
                y={node.start + node.flowing}
                width={across.barLength - 1}
                height={node.size - node.flowing}
              />
            </Show>
            <AcrossLabel node={node} />
          </g>
        )}
      </For>
    </svg>
  );
}

function AcrossLabel(props: { node: PlacedNode }) {
  const lines = () => wrapLabel(props.node.label, 24);
  const x = () => props.node.at + across.barLength + 10;
  // Centred on a tall bar, at the top of a thin one.
  const y = () => props.node.start + Math.max(props.node.size, across.slotMin) / 2 - (lines().length * 20) / 2 + 6;
  return (
    <g class="flow__halo">
      <For each={lines()}>
        {(line, index) => (
          <text class="flow__label" x={x()} y={y() + index() * 20}>
            {line}
          </text>
        )}
      </For>
      <text class="flow__cents" x={x()} y={y() + lines().length * 20}>
        {formatCents(props.node.cents)}
      </text>
    </g>
  );
}

function Down(props: { data: FlowData }) {
  const sizes = () => ({ ...down, mainLength: 132 * (props.data.columns.length - 1) + down.barLength });
  const placed = () => layOutFlow(props.data, sizes());
  const ribbon = (link: PlacedLink) => {
    const y0 = link.source.at + down.barLength;
    const y1 = link.target.at;
    const middle = (y0 + y1) / 2;
    const [left0, left1] = [link.sourceStart, link.targetStart];
    return `M${left0} ${y0}C${left0} ${middle} ${left1} ${middle} ${left1} ${y1}h${link.size}C${left1 + link.size} ${middle} ${left0 + link.size} ${middle} ${left0 + link.size} ${y0}z`;
  };
  return (
    <div class="flow__drawing--down stack">
      <svg
        class="flow__drawing"
        viewBox={`0 ${-downHeadRoom} ${Math.max(328, placed().crossTotal)} ${sizes().mainLength + downHeadRoom}`}
        aria-hidden="true"
      >
        <For each={placed().links}>{(link) => <path class="flow__ribbon" d={ribbon(link)} />}</For>
        <For each={props.data.columns}>
          {(column, index) => (
            <text
              class="flow__heading flow__halo"
              x="0"
              y={(placed().nodes.find((node) => node.column === index())?.at ?? 0) - 8}
            >
              {column.label}
            </text>
          )}
        </For>
        <For each={placed().nodes}>
          {(node) => (
            <g>
              <rect
                class="flow__bar"
                classList={{ "flow__bar--pot": node.column < 2 }}
                x={node.start}
                y={node.at}
                width={Math.max(2, node.flowing)}
                height={down.barLength}
              />
              <Show when={node.size - node.flowing > 1}>
                <rect
                  class="flow__bar--rest"
                  x={node.start + node.flowing}
                  y={node.at + 0.5}
                  width={node.size - node.flowing}
                  height={down.barLength - 1}
                />
              </Show>
              <Show when={node.flowing > 20}>
                <text class="flow__number" x={node.start + node.flowing / 2} y={node.at + 18} text-anchor="middle">
                  {node.number}
                </text>
              </Show>
            </g>
          )}
        </For>
      </svg>
      <For each={props.data.columns}>
        {(column, index) => (
          <div>
            <p class="flow__legend-title">{column.label}</p>
            <ul class="flow__legend">
              <For each={placed().nodes.filter((node) => node.column === index())}>
                {(node) => (
                  <li class="flow__legend-line">
                    <span class="flow__legend-number">{node.number}</span>
                    <span>{node.label}</span>
                    <span class="amount">{formatCents(node.cents)}</span>
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </For>
    </div>
  );
}
