import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { middleOf, type Point, pathOf, projectionFor, type Rings } from "./projection.ts";

/** A district on the map. `shade` 1 to 4 says how much is going on; `note` says it in words. */
export interface MapDistrict {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly rings: Rings;
  readonly note?: string | undefined;
  readonly shade?: 1 | 2 | 3 | 4 | undefined;
}

const width = 640;

/** So many names fit on a map that is as wide as a phone; with more districts each has a number, and the list its name. */
const namesMax = 12;

/**
 * The districts of a municipality: a map to click, with their names on it where they fit, and the same list beside it. Where
 * they do not fit, numbers tie the two together; a district under the pointer or with focus lights up in both.
 */
export function DistrictMap(props: {
  readonly districts: readonly MapDistrict[];
  readonly municipality: string;
  /** Only this district stands out and the list is left out: the cut-out on a district page. */
  readonly only?: string | undefined;
  /** Leaves out the list where the names stand on the map itself. */
  readonly isBrief?: boolean | undefined;
}) {
  const [lit, setLit] = createSignal<string>();
  const hasNames = () => props.districts.length <= namesMax;
  const hasList = () => props.only === undefined && !(props.isBrief === true && hasNames());
  // A number that is seen is in the name, because who speaks to his computer says what he sees.
  const nameOf = (district: MapDistrict, number: number) =>
    [props.only === undefined && !hasNames() ? `${number}. ${district.name}` : district.name, district.note]
      .filter(Boolean)
      .join(", ");
  const projection = () =>
    projectionFor(
      props.districts.map((district) => district.rings),
      width,
    );
  return (
    <nav
      classList={{ map: hasList() }}
      aria-label={ui.map.caption(props.municipality)}
      onPointerLeave={() => setLit(undefined)}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the nav around it has the name; a title here would cover the map with a tooltip */}
      <svg class="map__drawing" viewBox={`0 0 ${width} ${projection().height}`}>
        <For each={props.districts}>
          {(district, index) => (
            // The g around the link makes its template SVG; a bare `a` would become an HTML element and draw nothing.
            <g>
              <a
                href={district.href}
                class="map__link"
                classList={{ "map__link--lit": lit() === district.code || props.only === district.code }}
                aria-label={nameOf(district, index() + 1)}
                onPointerEnter={() => setLit(district.code)}
                onFocusIn={() => setLit(district.code)}
                onFocusOut={() => setLit(undefined)}
              >
                <path
                  class={`map__area map__area--${props.only === undefined ? (district.shade ?? 1) : 1}`}
                  d={pathOf(district.rings, projection())}
                />
                <Show when={props.only === undefined}>
                  <Show
                    when={hasNames()}
                    fallback={<Badge number={index() + 1} at={middleOf(district.rings, projection())} />}
                  >
                    <Name words={district.name} at={middleOf(district.rings, projection())} />
                  </Show>
                </Show>
              </a>
            </g>
          )}
        </For>
      </svg>
      <Show when={hasList()}>
        <ol class="map__list" aria-label={ui.map.list}>
          <For each={props.districts}>
            {(district, index) => (
              <li class="map__item">
                <A
                  href={district.href}
                  class="map__row"
                  activeClass=""
                  inactiveClass=""
                  classList={{ "map__row--lit": lit() === district.code }}
                  onPointerEnter={() => setLit(district.code)}
                  onFocusIn={() => setLit(district.code)}
                  onFocusOut={() => setLit(undefined)}
                >
                  <Show when={!hasNames()}>
                    <span class="map__chip" aria-hidden="true">
                      {index() + 1}
                    </span>
                  </Show>
                  <span class="map__name">{district.name}</span>
                  <Show when={district.note}>
                    <span class="map__note">{district.note}</span>
                  </Show>
                </A>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </nav>
  );
}

function Badge(props: { readonly number: number; readonly at: Point }) {
  return (
    <g>
      <circle class="map__badge" cx={props.at.x} cy={props.at.y} r="19" />
      <text class="map__number" x={props.at.x} y={props.at.y + 7} font-size="20">
        {props.number}
      </text>
    </g>
  );
}

/** Half of what a letter takes of the width of the map, at its largest. */
const halfLetter = 7.2;

/** A name in the middle of its district, and never over the edge of the map. */
function Name(props: { readonly words: string; readonly at: Point }) {
  const half = () => props.words.length * halfLetter;
  const x = () => Math.min(Math.max(props.at.x, half()), width - half());
  return (
    <g>
      <text class="map__label" x={x()} y={props.at.y + 8}>
        {props.words}
      </text>
    </g>
  );
}
