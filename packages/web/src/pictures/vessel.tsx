import { createUniqueId, For, Show } from "solid-js";
import { Amount } from "../ui/amount.tsx";
import { Link } from "../ui/link.tsx";

/** A line in the vessel and under it: advance, spent, left. */
export interface VesselLine {
  readonly label: string;
  readonly cents: number;
  /** How the line is drawn: as the water, as the lighter water on top of it, as a dashed mark, or as the empty part. */
  readonly kind: "water" | "paid" | "mark" | "air";
  /** The lines of the journal the amount is made of. */
  readonly href?: string | undefined;
}

const top = 14;
const bottom = 112;
const levelOf = (cents: number, whole: number) =>
  bottom - (bottom - top) * (whole <= 0 ? 0 : Math.min(1, Math.max(0, cents / whole)));

/**
 * Money as water in a vessel: level, number and words together. `cents` of `wholeCents` is the level; `words` says what
 * that is: "uitgegeven, van € 12.500". `paidCents` is a second, lighter level above it. More than the whole shows as full; the words tell the rest.
 */
export function Vessel(props: {
  readonly cents: number;
  readonly wholeCents: number;
  readonly words: string;
  readonly paidCents?: number | undefined;
  readonly large?: boolean | undefined;
  readonly lines?: readonly VesselLine[] | undefined;
}) {
  const clip = createUniqueId();
  const marks = () => (props.lines ?? []).filter((line) => line.kind === "mark");
  return (
    <div class="vessel" classList={{ "vessel--large": props.large === true }}>
      <svg class="vessel__drawing" viewBox="0 0 100 120" aria-hidden="true">
        <clipPath id={clip}>
          <path d="M8 6v76a30 30 0 0 0 30 30h24a30 30 0 0 0 30-30V6z" />
        </clipPath>
        <g clip-path={`url(#${clip})`}>
          <path class="vessel__glass" d="M0 0h100v120H0z" />
          <Show when={props.paidCents}>
            {(paid) => (
              <path
                class="vessel__paid"
                transform={`translate(0 ${levelOf(paid(), props.wholeCents)})`}
                d="M0 0q12.5 3 25 0t25 0 25 0 25 0v130H0z"
              />
            )}
          </Show>
          <path
            class="vessel__water"
            transform={`translate(0 ${levelOf(props.cents, props.wholeCents)})`}
            d="M0 0q12.5-3.5 25 0t25 0 25 0 25 0v130H0z"
          />
          <path
            class="vessel__shade"
            transform={`translate(0 ${levelOf(props.cents, props.wholeCents)})`}
            d="M0 5q12.5 4 25 0t25 0 25 0 25 0v130H0z"
          />
          <For each={marks()}>
            {(mark) => <path class="vessel__mark" d={`M8 ${levelOf(mark.cents, props.wholeCents)}h84`} />}
          </For>
        </g>
        <path class="vessel__wall" d="M8 4v78a30 30 0 0 0 30 30h24a30 30 0 0 0 30-30V4" />
      </svg>
      <p class="vessel__words">
        <span class="vessel__figure">
          <Amount cents={props.cents} />
        </span>
        {props.words}
      </p>
      <Show when={props.lines}>
        {(lines) => (
          <dl class="vessel__lines">
            <For each={lines()}>
              {(line) => (
                <div class="vessel__line">
                  <dt>
                    <Key kind={line.kind} />
                    {line.label}
                  </dt>
                  <dd>
                    <Show when={line.href} fallback={<Amount cents={line.cents} />}>
                      {(href) => (
                        <Link href={href()}>
                          <Amount cents={line.cents} />
                        </Link>
                      )}
                    </Show>
                  </dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </Show>
    </div>
  );
}

const fills = {
  water: "var(--hevel-flow)",
  paid: "var(--hevel-flow-soft)",
  mark: "none",
  air: "var(--hevel-white)",
} as const;

function Key(props: { kind: VesselLine["kind"] }) {
  return (
    <svg class="vessel__key" viewBox="0 0 14 14" aria-hidden="true">
      <Show
        when={props.kind === "mark"}
        fallback={
          <rect
            x="1"
            y="1"
            width="12"
            height="12"
            rx="3"
            fill={fills[props.kind]}
            stroke="var(--hevel-water-deep)"
            stroke-width="1.5"
          />
        }
      >
        <path class="vessel__mark" d="M0 7h14" />
      </Show>
    </svg>
  );
}
