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

/** The map of districts beside the same list, darker where more money was handed over. */
export function MunicipalityMap() {
  const municipality = createMunicipality();
  const money = createReading(
    () => true,
    () => answer(api.money.$get({ query: {} })),
  );
  return (
    <Part reading={municipality} shape="cards">
      {(of) => (
        // The map is there at once; what is in each district follows.
        <Suspense fallback={<DistrictMap municipality={of().name} districts={mapped(of(), new Map())} />}>
          <Show when={[delegatedPerDistrict(money)]}>
            {(found) => <DistrictMap municipality={of().name} districts={mapped(of(), found()[0])} />}
          </Show>
        </Suspense>
      )}
    </Part>
  );
}

/** Undefined when the money could not be read: the map then stands without it. */
function delegatedPerDistrict(money: Reading<Money>): ReadonlyMap<string, number> | undefined {
  const value = money.value();
  return value && new Map(value.districts.map(({ district, delegatedCents }) => [district, delegatedCents]));
}

function mapped(of: Municipality, delegated: ReadonlyMap<string, number> | undefined): readonly MapDistrict[] {
  const most = Math.max(1, ...(delegated?.values() ?? []));
  return of.districts.map(({ code, name, polygons }) => {
    const cents = delegated?.get(code) ?? 0;
    return {
      code,
      name,
      href: paths.district(code),
      rings: outerRings(polygons),
      shade: shadeOf(cents / most),
      ...(delegated === undefined
        ? {}
        : { note: cents > 0 ? home.districtNote(formatCents(cents)) : home.districtNothing }),
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
