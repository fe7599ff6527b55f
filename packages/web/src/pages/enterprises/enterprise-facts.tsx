import { For, Show } from "solid-js";
import { trackRecord } from "../../blocks/track-record.tsx";
import type { Enterprise } from "../../reading/answers.ts";
import { paths } from "../../site/paths.ts";
import { districtName, useSite } from "../../site/site.ts";
import { DataList, type DataRow } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { formatDate } from "../../words/dates.ts";
import { enterprises, words } from "../../words/nl.ts";

/** What an enterprise is on paper, who is on its board, and its promises and marks in words. */
export function EnterpriseFacts(props: { readonly enterprise: Enterprise }) {
  const of = () => props.enterprise;
  return (
    <>
      <section class="stack stack--close">
        <Heading level={2} looks={3}>
          {enterprises.promisesTitle}
        </Heading>
        <p>
          <strong>{trackRecord(of().promises)}</strong>
        </p>
        <p>{scoreSentence(of().scores)}</p>
      </section>
      <section class="stack stack--close">
        <Heading level={2} looks={3}>
          {enterprises.facts}
        </Heading>
        <DataList rows={factsOf(of())} />
      </section>
      <section class="stack stack--close">
        <Heading level={2} looks={3}>
          {enterprises.board}
        </Heading>
        <p class="small quiet">{enterprises.boardText}</p>
        <Show when={of().board.length > 0} fallback={<p>{enterprises.boardEmpty}</p>}>
          <ul class="plain">
            <For each={of().board}>
              {(member) => (
                <li>
                  <Show when={member.name} fallback={<span class="quiet">{enterprises.nameHidden}</span>}>
                    <strong>{member.name}</strong>
                  </Show>
                  , {words.boardRoles[member.role]}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </>
  );
}

function scoreSentence({ evaluations, residents, averageScore }: Enterprise["scores"]): string {
  if (averageScore !== undefined) return enterprises.scores(String(averageScore).replace(".", ","), residents);
  return evaluations > 0 ? enterprises.scoresWithout : enterprises.scoresNone;
}

type Known = Pick<Enterprise, "legalForm"> &
  Pick<Partial<Enterprise>, "kvkNumber" | "verifiedAt" | "phone" | "address" | "openingHours" | "website"> & {
    readonly districts: readonly string[];
  };

/** What an enterprise is on paper and how to reach it, public or as it will be. */
export function factsOf(of: Known): readonly DataRow[] {
  const site = useSite();
  return [
    {
      term: enterprises.worksIn,
      value: (
        <ul class="plain">
          <For each={of.districts}>
            {(code) => (
              <li>
                <Link href={paths.district(code)}>{districtName(site(), code)}</Link>
              </li>
            )}
          </For>
        </ul>
      ),
    },
    { term: enterprises.legalForm, value: words.legalForms[of.legalForm] },
    ...(of.kvkNumber === undefined ? [] : [{ term: enterprises.kvk, value: of.kvkNumber }]),
    ...(of.verifiedAt === undefined ? [] : [{ term: enterprises.checked, value: formatDate(of.verifiedAt) }]),
    ...(of.phone === undefined
      ? []
      : [
          {
            term: enterprises.phone,
            value: <Link href={`tel:${of.phone.replace(/\(0\)|[^+\d]/g, "")}`}>{of.phone}</Link>,
          },
        ]),
    ...(of.address === undefined ? [] : [{ term: enterprises.address, value: of.address }]),
    ...(of.openingHours === undefined ? [] : [{ term: enterprises.openingHours, value: of.openingHours }]),
    ...(of.website === undefined
      ? []
      : [{ term: enterprises.website, value: <Link href={of.website}>{new URL(of.website).hostname}</Link> }]),
  ];
}
