import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { EnterpriseCard } from "../../blocks/enterprise-card.tsx";
import { FollowPanel } from "../../blocks/follow-panel.tsx";
import { outerRings } from "../../blocks/municipality-map.tsx";
import { PageOf } from "../../blocks/page-of.tsx";
import { UpdateFeed } from "../../blocks/update-feed.tsx";
import { DistrictMap } from "../../pictures/district-map.tsx";
import type { District } from "../../reading/answers.ts";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Cards } from "../../ui/cards.tsx";
import { Contents, type PagePart } from "../../ui/contents.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Page } from "../../ui/page.tsx";
import { formatCount } from "../../words/money.ts";
import { districts, home } from "../../words/nl.ts";
import { DistrictEvaluations } from "./district-evaluations.tsx";
import { DistrictMoney } from "./district-money.tsx";
import { DistrictProposals } from "./district-proposals.tsx";
import { NeighbourhoodTeam } from "./neighbourhood-team.tsx";

const firstUpdates = 2;

const parts: readonly PagePart[] = [
  { id: "ondernemingen", label: districts.enterprisesTitle },
  { id: "voorstellen", label: districts.proposalsTitle },
  { id: "geld", label: districts.moneyTitle },
  { id: "evaluaties", label: districts.evaluationsTitle },
  { id: "nieuws", label: districts.newsTitle },
  { id: "wijkteam", label: districts.teamTitle },
];

/** A district: its enterprises first, then what they plan and did, the money, and the neighbourhood team last. */
export function DistrictPage() {
  const params = useParams<{ code: string }>();
  const reading = createReading(
    () => params.code,
    (districtCode) => answer(api.districts[":districtCode"].$get({ param: { districtCode } })),
  );
  return (
    <PageOf reading={reading} name={districts.eyebrow}>
      {(district) => <Whole district={district()} />}
    </PageOf>
  );
}

function Whole(props: { readonly district: District }) {
  const of = () => props.district;
  return (
    <Page
      title={of().name}
      lead={of().intro}
      eyebrow={`${districts.eyebrow}\u00a0· ${districts.inhabitants(formatCount(of().inhabitants))}`}
      crumbs={[{ label: districts.title, href: paths.districts() }]}
    >
      <Contents parts={parts} />
      <div class="split section">
        <section class="stack" aria-labelledby="ondernemingen">
          <Heading level={2} id="ondernemingen">
            {districts.enterprisesTitle}
          </Heading>
          <Show when={of().enterprises.length > 0} fallback={<NoEnterprise />}>
            <Cards each={of().enterprises}>{(enterprise) => <EnterpriseCard enterprise={enterprise} />}</Cards>
          </Show>
        </section>
        <aside class="split__aside stack" aria-label={of().name}>
          <CutOut district={of()} />
          <FollowPanel subject={{ kind: "district", id: of().code }} />
        </aside>
      </div>
      <DistrictProposals code={of().code} proposals={of().proposals} />
      <DistrictMoney district={of()} />
      <DistrictEvaluations evaluations={of().evaluations} />
      <section class="section stack" id="nieuws">
        <Heading level={2}>{districts.newsTitle}</Heading>
        <Show when={of().updates.length > 0} fallback={<EmptyState>{districts.newsEmpty}</EmptyState>}>
          <UpdateFeed updates={of().updates} first={firstUpdates} about />
        </Show>
      </section>
      <NeighbourhoodTeam team={of().team} />
    </Page>
  );
}

function NoEnterprise() {
  return (
    <EmptyState act={<ButtonLink href={paths.registerEnterprise()}>{districts.register}</ButtonLink>}>
      {districts.enterprisesEmpty}
    </EmptyState>
  );
}

/** The map with this district standing out; without the municipality only its own shape. */
function CutOut(props: { readonly district: District }) {
  const site = useSite();
  const all = () => site().municipality?.districts ?? [props.district];
  return (
    <DistrictMap
      municipality={site().municipality?.name ?? home.from}
      only={props.district.code}
      districts={all().map(({ code, name, polygons }) => ({
        code,
        name,
        href: paths.district(code),
        rings: outerRings(polygons),
      }))}
    />
  );
}
