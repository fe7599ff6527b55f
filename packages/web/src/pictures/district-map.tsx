import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { ui } from "../words/nl.ts";
import { middleOf, pathOf, projectionFor, type Rings } from "./projection.ts";

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

/**
 * The districts of a municipality: a map to click and the same list beside it. Numbers tie the two together; a district
 * under the pointer or with focus lights up in both.
 */
export function DistrictMap(props: {
  readonly districts: readonly MapDistrict[];
  readonly municipality: string;
  /** Only this district stands out and the list is left out: the cut-out on a district page. */
  readonly only?: string | undefined;
}) {
  const [lit, setLit] = createSignal<string>();
  // The number is in the name, because who speaks to his computer says what he sees.
  const nameOf = (district: MapDistrict, number: number) =>
    [props.only === undefined ? `${number}. ${district.name}` : district.name, district.note]
      .filter(Boolean)
      .join(", ");
  const projection = () =>
    projectionFor(
      props.districts.map((district) => district.rings),
      width,
    );
  return (
    <nav
      classList={{ map: props.only === undefined }}
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
                  <Badge
                    number={index() + 1}
                    x={middleOf(district.rings, projection()).x}
                    y={middleOf(district.rings, projection()).y}
                  />
                </Show>
              </a>
            </g>
          )}
        </For>
      </svg>
      <Show when={props.only === undefined}>
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
                  <span class="map__chip" aria-hidden="true">
                    {index() + 1}
                  </span>
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

function Badge(props: { number: number; x: number; y: number }) {
  return (
    <g>
      <circle class="map__badge" cx={props.x} cy={props.y} r="19" />
      <text class="map__number" x={props.x} y={props.y + 7} font-size="20">
        {props.number}
      </text>
    </g>
  );
}
