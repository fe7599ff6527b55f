import { useSearchParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { dayOf, daysUntil } from "../../words/dates.ts";
import { morningLetter, staff, workList } from "../../words/nl.ts";
import type { Holder, WorkRow } from "./answers.ts";
import { StaffNav } from "./staff-nav.tsx";
import { hasRole, useStaff, whoMay } from "./staff-viewer.ts";
import { WorkLine } from "./work-row.tsx";

type Whose = keyof typeof workList.holders;

/** The Dutch words in the address. */
const slugs: Record<Whose, string> = {
  mine: "mij",
  taken: "mijn-naam",
  all: "alles",
  officer: "behandelaar",
  council: "college",
  finance: "financien",
  board: "bestuur",
};
const holders: readonly Holder[] = ["officer", "council", "finance", "board"];
const isHolder = (whose: Whose): whose is Holder => whose !== "mine" && whose !== "taken" && whose !== "all";

/** Everything that waits for somebody, by deadline; the filters stay in the address. */
export function WorkListPage() {
  const site = useSite();
  const [search] = useSearchParams<{ wijk?: string }>();
  const viewer = useStaff();
  const district = () => (/^WK\d{6}$/.test(search.wijk ?? "") ? search.wijk : undefined);
  const isAdminOnly = () =>
    hasRole(viewer(), "admin") &&
    !hasRole(viewer(), "officer", "council", "finance", "clerk", "professional", "auditor");
  const reading = createReading(
    // Not before it is known who looks: an administrator may not read this list.
    () => (!site().isKnown || isAdminOnly() ? undefined : { district: district() }),
    ({ district }) => answer(api["work-list"].$get({ query: district === undefined ? {} : { district } })),
  );
  return (
    <Page title={workList.title} eyebrow={staff.eyebrow} lead={workList.lead}>
      <Show when={!isAdminOnly()} fallback={<AdminOnly />}>
        <StaffNav />
        <Shown
          reading={reading}
          shape="table"
          who={whoMay("officer", "council", "finance", "clerk", "professional", "auditor")}
          isPart
        >
          {(list) => <List rows={list().rows} hasMore={list().hasMore} onChanged={reading.again} />}
        </Shown>
      </Show>
    </Page>
  );
}

function AdminOnly() {
  return (
    <Notice tone="info" title={workList.adminOnly}>
      <ButtonLink href={paths.staffAdmin()}>{workList.toAdmin}</ButtonLink>
    </Notice>
  );
}

function List(props: { readonly rows: readonly WorkRow[]; readonly hasMore: boolean; readonly onChanged: () => void }) {
  const [search] = useSearchParams<{ van?: string }>();
  const viewer = useStaff();
  const today = dayOf(new Date());
  // What a colleague has on their name waits for that colleague, and what would be refused waits for somebody else.
  const isMine = (row: WorkRow) =>
    viewer()?.roles.some((role) => role === row.heldBy) === true &&
    row.refusal === undefined &&
    row.takenBy?.isMe !== false;
  const hasOwn = () => hasRole(viewer(), "officer", "council", "finance");
  const whose = (): Whose => {
    const found = Object.entries(slugs).find(([, slug]) => slug === search.van)?.[0];
    // The entries of `slugs` are its keys, which Object.entries forgets.
    const asked = found as Whose | undefined;
    if (asked === undefined || ((asked === "mine" || asked === "taken") && !hasOwn())) return hasOwn() ? "mine" : "all";
    return asked;
  };
  const rowsOf = (which: Whose) => {
    if (which === "all") return props.rows;
    if (which === "taken") return props.rows.filter((row) => row.takenBy?.isMe === true);
    return props.rows.filter((row) => (isHolder(which) ? row.heldBy === which : isMine(row)));
  };
  const groups = () => {
    const inGroup = (row: WorkRow): keyof typeof workList.groups => {
      if (row.dueOn === undefined) return "open";
      const left = daysUntil(row.dueOn, today);
      return left < 0 ? "late" : left <= 7 ? "soon" : "later";
    };
    const rows = rowsOf(whose());
    return (["late", "soon", "later", "open"] as const)
      .map((key) => ({ key, rows: rows.filter((row) => inGroup(row) === key) }))
      .filter((group) => group.rows.length > 0);
  };
  const shown = (): readonly Whose[] => [...(hasOwn() ? (["mine", "taken"] as const) : []), "all", ...holders];
  return (
    <>
      <Filters whose={whose()} tabs={shown().map((which) => ({ which, count: rowsOf(which).length }))} />
      <Show when={groups().length > 0} fallback={<Nothing whose={whose()} hasMore={props.rows.length > 0} />}>
        <For each={groups()}>
          {(group) => (
            <section class="work-group">
              <div class="work-group__head">
                <Heading level={2} looks={3}>
                  {workList.groups[group.key]}
                </Heading>
                <span class="small quiet">{workList.count(group.rows.length)}</span>
              </div>
              <ul class="work-list">
                <For each={group.rows}>{(row) => <WorkLine row={row} today={today} onChanged={props.onChanged} />}</For>
              </ul>
            </section>
          )}
        </For>
      </Show>
      <Show when={props.hasMore}>
        <p class="quiet">{workList.more}</p>
      </Show>
      <Show when={hasOwn()}>
        <p>
          <Link href={paths.morningLetter()} onward>
            {morningLetter.link}
          </Link>
        </p>
      </Show>
    </>
  );
}

function Filters(props: {
  readonly whose: Whose;
  readonly tabs: readonly { readonly which: Whose; readonly count: number }[];
}) {
  const site = useSite();
  const [search, setSearch] = useSearchParams<{ van?: string; wijk?: string }>();
  const hrefOf = (which: Whose) => {
    const query = new URLSearchParams({
      van: slugs[which],
      ...(search.wijk === undefined ? {} : { wijk: search.wijk }),
    });
    return `${paths.staff()}?${query}`;
  };
  return (
    <div class="filters">
      <nav class="chips" aria-label={workList.filters}>
        <ul class="chips__list">
          <For each={props.tabs}>
            {(tab) => (
              <li>
                {/* Not the router's link: that calls every filter of this page the current one. */}
                <a
                  href={hrefOf(tab.which)}
                  class="chips__chip"
                  aria-current={props.whose === tab.which ? "true" : undefined}
                >
                  {workList.holders[tab.which]} <span class="chips__count">{tab.count}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <div class="filters__field">
        <SelectField
          name="wijk"
          label={workList.district}
          value={search.wijk ?? ""}
          onInput={(wijk) => setSearch({ wijk: wijk === "" ? undefined : wijk }, { scroll: false })}
          alwaysChosen
          options={[
            { value: "", label: workList.allDistricts },
            ...(site().municipality?.districts ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </div>
    </div>
  );
}

function Nothing(props: { readonly whose: Whose; readonly hasMore: boolean }) {
  const isOwn = () => props.whose === "mine" || props.whose === "taken";
  return (
    <EmptyState
      act={
        isOwn() && props.hasMore ? (
          <ButtonLink href={`${paths.staff()}?van=${slugs.all}`}>{workList.showAll}</ButtonLink>
        ) : undefined
      }
    >
      {props.whose === "taken" ? workList.emptyTaken : isOwn() ? workList.emptyMine : workList.empty}
    </EmptyState>
  );
}
