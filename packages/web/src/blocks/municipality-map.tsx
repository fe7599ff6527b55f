import { Show, Suspense, untrack } from "solid-js";
import { DistrictMap, type MapDistrict } from "../pictures/district-map.tsx";
import type { Money } from "../reading/answers.ts";
import { answer, api } from "../reading/api.ts";
import { createReading, type Reading } from "../reading/resource.tsx";
import { paths } from "../site/paths.ts";
import { type Municipality, useSite } from "../site/site.ts";
import { formatCents } from "../words/money.ts";
import { home } from "../words/nl.ts";
import { Part } from "./part.tsx";

/** The municipality, from what the site knows already or else from the API: so a page can say that it failed. */
export function createMunicipality(): Reading<Municipality> {
  const site = useSite();
  return createReading(
    () => true,
    async () => untrack(() => site().municipality) ?? (await answer(api.municipality.$get())),
  );
}

/** The map of districts beside the same list, darker where more money was awarded; `isBrief` leaves the list out where it can. */
export function MunicipalityMap(props: { readonly isBrief?: boolean | undefined }) {
  const municipality = createMunicipality();
  const money = createReading(
    () => true,
    () => answer(api.money.$get({ query: {} })),
  );
  return (
    <Part reading={municipality} shape="cards">
      {(of) => (
        // The map is there at once; what is in each district follows.
        <Suspense
          fallback={
            <DistrictMap municipality={of().name} isBrief={props.isBrief} districts={mapped(of(), new Map())} />
          }
        >
          <Show when={[moneyPerDistrict(money)]}>
            {(found) => (
              <DistrictMap municipality={of().name} isBrief={props.isBrief} districts={mapped(of(), found()[0])} />
            )}
          </Show>
        </Suspense>
      )}
    </Part>
  );
}

type DistrictMoney = Money["districts"][number];

/** Undefined when the money could not be read: the map then stands without it. */
function moneyPerDistrict(money: Reading<Money>): ReadonlyMap<string, DistrictMoney> | undefined {
  const value = money.value();
  return value && new Map(value.districts.map((of) => [of.district, of]));
}

function mapped(of: Municipality, money: ReadonlyMap<string, DistrictMoney> | undefined): readonly MapDistrict[] {
  const most = Math.max(1, ...[...(money?.values() ?? [])].map(({ awardedCents }) => awardedCents));
  return of.districts.map(({ code, name, polygons }) => {
    const { awardedCents = 0, paidCents = 0 } = money?.get(code) ?? {};
    return {
      code,
      name,
      href: paths.district(code),
      rings: outerRings(polygons),
      shade: shadeOf(awardedCents / most),
      ...(money === undefined
        ? {}
        : {
            note:
              awardedCents > 0
                ? home.districtNote(formatCents(awardedCents), formatCents(paidCents))
                : home.districtNothing,
          }),
    };
  });
}

/** The outer ring of each part: holes are drawn as what lies in them. */
export const outerRings = (polygons: Municipality["districts"][number]["polygons"]) =>
  polygons.flatMap(([outer]) => (outer === undefined ? [] : [outer]));

function shadeOf(part: number): 1 | 2 | 3 | 4 {
  if (part <= 0) return 1;
  return part < 0.34 ? 2 : part < 0.67 ? 3 : 4;
}
