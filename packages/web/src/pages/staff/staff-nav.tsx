import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { paths } from "../../site/paths.ts";
import { formal, staff } from "../../words/nl.ts";
import { hasRole, type StaffRole, useStaff } from "./staff-viewer.ts";

const readers = ["officer", "council", "finance", "clerk", "professional", "auditor"] as const;
const places: readonly { readonly label: string; readonly href: string; readonly roles: readonly StaffRole[] }[] = [
  { label: staff.places.list, href: paths.staff(), roles: readers },
  { label: staff.places.enterprises, href: paths.staffEnterprises(), roles: readers },
  { label: staff.places.moderation, href: paths.staffModeration(), roles: ["officer", "council", "clerk", "auditor"] },
  { label: formal.staff.place, href: paths.staffMessages(), roles: ["officer", "clerk", "auditor"] },
  { label: staff.places.money, href: paths.staffMoney(), roles: ["officer", "council", "finance", "clerk", "auditor"] },
  {
    label: staff.places.registers,
    href: paths.staffRegisters(),
    roles: ["officer", "council", "finance", "clerk", "auditor"],
  },
  { label: staff.places.admin, href: paths.staffAdmin(), roles: ["admin", "auditor"] },
];

/** The parts of the work: only those the reader's roles open. */
export function StaffNav() {
  const viewer = useStaff();
  const mine = () => places.filter(({ roles }) => hasRole(viewer(), ...roles));
  return (
    <Show when={mine().length > 1}>
      <nav class="tabs" aria-label={staff.nav}>
        <ul class="tabs__list">
          <For each={mine()}>
            {(place) => (
              <li>
                <A href={place.href} end class="tabs__tab" activeClass="" inactiveClass="">
                  {place.label}
                </A>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </Show>
  );
}
