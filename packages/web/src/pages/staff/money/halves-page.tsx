import { createMemo, createSignal, type JSX, Show } from "solid-js";
import { Existing } from "../../../blocks/existing.tsx";
import { type Reading, Shown } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import { DataList, type DataRow } from "../../../ui/data-list.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { Link } from "../../../ui/link.tsx";
import { Page } from "../../../ui/page.tsx";
import { StatusBadge, type StatusTone } from "../../../ui/status-badge.tsx";
import { staff, staffMoney, transfer } from "../../../words/nl.ts";
import { Desk } from "../desk.tsx";
import { Outcome } from "../outcome.tsx";
import { whoMay } from "../staff-viewer.ts";

/** What a page shows of money that takes more than one person. */
export interface Halves {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly status: { readonly tone: StatusTone; readonly label: string };
  readonly facts: readonly DataRow[];
  /** Between the facts and who did what: what to look at twice. */
  readonly doubt?: JSX.Element;
  /** Who did which half, and when. */
  readonly chain: readonly DataRow[];
  /** Under the material: the way to what it is about. */
  readonly onward?: JSX.Element;
}

/** Money that takes more than one person: what it is and who did what on the left, the reader's half on the right. */
export function HalvesPage<T>(props: {
  readonly reading: Reading<T>;
  readonly words: { readonly crumb: string; readonly facts: string; readonly chain: string };
  readonly show: (found: T) => Halves;
  readonly act: (found: () => T, finish: (what: string) => Promise<void>) => JSX.Element;
}) {
  const [done, setDone] = createSignal<string>();
  const finish = async (what: string) => {
    await props.reading.again();
    setDone(what);
  };
  const of = createMemo(() => {
    const found = props.reading.value();
    return found === undefined ? undefined : props.show(found);
  });
  return (
    <Existing reading={props.reading}>
      <Page
        title={of()?.title ?? props.words.crumb}
        lead={of()?.lead}
        eyebrow={staff.eyebrow}
        acts={
          <Show when={of()}>
            {(halves) => <StatusBadge tone={halves().status.tone}>{halves().status.label}</StatusBadge>}
          </Show>
        }
        crumbs={[{ label: staffMoney.title, href: paths.staffMoney() }]}
      >
        <Shown reading={props.reading} who={whoMay("finance", "council", "officer", "auditor")} isPart>
          {(found) => (
            <Desk
              material={
                <Show when={of()}>
                  {(halves) => (
                    <>
                      <section class="stack">
                        <Heading level={2}>{props.words.facts}</Heading>
                        <DataList rows={halves().facts} />
                      </section>
                      {halves().doubt}
                      <section class="stack">
                        <Heading level={2}>{props.words.chain}</Heading>
                        <DataList rows={halves().chain} />
                      </section>
                      {halves().onward}
                    </>
                  )}
                </Show>
              }
              act={
                <>
                  <Show when={done()} keyed>
                    {(what) => (
                      <Outcome title={what}>
                        <Link href={paths.staffMoney()} onward>
                          {transfer.toMoney}
                        </Link>
                      </Outcome>
                    )}
                  </Show>
                  {props.act(found, finish)}
                </>
              }
            />
          )}
        </Shown>
      </Page>
    </Existing>
  );
}
