import { For, type JSX, Show } from "solid-js";
import { Link } from "../ui/link.tsx";
import { Table } from "../ui/table.tsx";
import { formatCents } from "../words/money.ts";
import { ui } from "../words/nl.ts";
import {
  type FlowData,
  type FlowNode,
  layOutFlow,
  type PlacedLink,
  type PlacedNode,
  wrapLabel,
} from "./flow-layout.ts";

const lineHeight = 19;
const linesOf = (label: string) => wrapLabel(label, 20);
/** Room for the name, however many lines it takes, and the amount under it. */
const slotOf = ({ label }: FlowNode) => (Math.max(2, linesOf(label).length) + 1) * lineHeight + 9;
const across = { mainLength: 1120, crossLength: 300, blockLength: 196, gap: 10, slotMin: slotOf };
const barWidth = 12;
const headRoom = 36;
const down = { blockLength: 34, crossLength: 316, gap: 4, slotMin: 26, crossMax: 328 };
const downHeadRoom = 26;
const downStep = 138;
const barHeight = 9;

/**
 * Where the money comes from and where it went, as water: from the council to pots, enterprises and categories. Names and
 * amounts stand inside the blocks and the streams run between them; each block opens its page. Side by side on a wide
 * screen; from top to bottom with numbers and a list on a phone; and the same facts as a table.
 */
export function Flow(props: { readonly data: FlowData; readonly caption?: string | undefined }) {
  const nameOf = (id: string) =>
    props.data.columns.flatMap((column) => column.nodes).find((node) => node.id === id)?.label ?? id;
  const caption = () => props.caption ?? ui.flow.caption;
  return (
    <figure class="flow">
      <figcaption class="visually-hidden">{caption()}</figcaption>
      <Across data={props.data} name={caption()} />
      <Down data={props.data} />
      <Legend />
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

/** The three fillings of a bar, in words. */
function Legend() {
  return (
    <ul class="flow__fillings">
      <For each={["awarded", "paid", "spent"] as const}>
        {(as) => (
          <li>
            <svg class="flow__swatch" viewBox="0 0 14 14" aria-hidden="true">
              <rect class={`flow__bar flow__bar--${as}`} x="1" y="1" width="12" height="12" rx="2" />
            </svg>
            {ui.flow.fillings[as]}
          </li>
        )}
      </For>
    </ul>
  );
}

function Opens(props: { readonly node: PlacedNode; readonly children: JSX.Element }) {
  return (
    <Show when={props.node.href} fallback={<g>{props.children}</g>}>
      {(href) => (
        // The g around the link makes its template SVG; a bare `a` would become an HTML element and draw nothing.
        <g>
          <a class="flow__link" href={href()}>
            {props.children}
          </a>
        </g>
      )}
    </Show>
  );
}

function Across(props: { readonly data: FlowData; readonly name: string }) {
  const placed = () => layOutFlow(props.data, across);
  const ribbon = (link: PlacedLink) => {
    const x0 = link.source.at + across.blockLength;
    const x1 = link.target.at;
    const middle = (x0 + x1) / 2;
    const [top0, top1] = [link.sourceStart, link.targetStart];
    return `M${x0} ${top0}C${middle} ${top0} ${middle} ${top1} ${x1} ${top1}v${link.size}C${middle} ${top1 + link.size} ${middle} ${top0 + link.size} ${x0} ${top0 + link.size}z`;
  };
  const box = () => `-2 ${-headRoom} ${across.mainLength + 4} ${placed().crossTotal + headRoom + 4}`;
  return (
    <nav class="flow__drawing--across" aria-label={props.name}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the nav around it has the name; a title here would cover it with a tooltip */}
      <svg class="flow__drawing" viewBox={box()}>
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
            <Opens node={node}>
              <rect
                class="flow__block"
                x={node.at}
                y={node.slotStart}
                width={across.blockLength}
                height={node.slot}
                rx="5"
              />
              <For each={node.bars}>
                {(bar) => (
                  <rect
                    class={`flow__bar flow__bar--${bar.as}`}
                    x={node.at}
                    y={bar.start}
                    width={barWidth}
                    height={Math.max(1.5, bar.size)}
                  />
                )}
              </For>
              <AcrossLabel node={node} />
            </Opens>
          )}
        </For>
      </svg>
    </nav>
  );
}

function AcrossLabel(props: { readonly node: PlacedNode }) {
  const lines = () => linesOf(props.node.label);
  const x = () => props.node.at + barWidth + 10;
  const y = () => props.node.slotStart + props.node.slot / 2 - (lines().length * lineHeight) / 2 + 5;
  return (
    <g>
      <For each={lines()}>
        {(line, index) => (
          <text class="flow__label" x={x()} y={y() + index() * lineHeight}>
            {/* Read aloud as one name: the blank stands between its lines. */}
            {`${line} `}
          </text>
        )}
      </For>
      <text class="flow__cents" x={x()} y={y() + lines().length * lineHeight + 1}>
        {formatCents(props.node.cents)}
      </text>
    </g>
  );
}

function Down(props: { readonly data: FlowData }) {
  const sizes = () => ({ ...down, mainLength: downStep * (props.data.columns.length - 1) + down.blockLength });
  const placed = () => layOutFlow(props.data, sizes());
  const ribbon = (link: PlacedLink) => {
    const y0 = link.source.at + down.blockLength;
    // Room for the name of the column below.
    const y1 = link.target.at;
    const middle = (y0 + y1) / 2;
    const [left0, left1] = [link.sourceStart, link.targetStart];
    return `M${left0} ${y0}C${left0} ${middle} ${left1} ${middle} ${left1} ${y1}h${link.size}C${left1 + link.size} ${middle} ${left0 + link.size} ${middle} ${left0 + link.size} ${y0}z`;
  };
  return (
    <div class="flow__drawing--down stack">
      <svg
        class="flow__drawing"
        viewBox={`-1 ${-downHeadRoom} ${Math.max(330, placed().crossTotal + 2)} ${sizes().mainLength + downHeadRoom + 2}`}
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
                class="flow__block"
                x={node.slotStart}
                y={node.at}
                width={node.slot}
                height={down.blockLength}
                rx="4"
              />
              <For each={node.bars}>
                {(bar) => (
                  <rect
                    class={`flow__bar flow__bar--${bar.as}`}
                    x={bar.start}
                    y={node.at + down.blockLength - barHeight}
                    width={Math.max(1.5, bar.size)}
                    height={barHeight}
                  />
                )}
              </For>
              <text class="flow__number" x={node.slotStart + node.slot / 2} y={node.at + 18} text-anchor="middle">
                {node.number}
              </text>
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
                    <Show when={node.href} fallback={<span>{node.label}</span>}>
                      {(href) => <Link href={href()}>{node.label}</Link>}
                    </Show>
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
