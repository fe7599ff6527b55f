import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { type Answer, answer, api } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { districtNames, useSite } from "../../site/site.ts";
import { DataList } from "../../ui/data-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Page } from "../../ui/page.tsx";
import { formatDate, formatMoment } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { proposalForm, words } from "../../words/nl.ts";

const text = proposalForm.versions;
const readVersions = (proposalId: string) => api.proposals[":proposalId"].versions.$get({ param: { proposalId } });
type Version = Answer<Awaited<ReturnType<typeof readVersions>>>["items"][number];

/** Every version that was sent in, newest first, for the board and city hall. */
export function ProposalVersionsPage() {
  const params = useParams<{ proposalId: string }>();
  const reading = createReading(
    () => params.proposalId,
    (proposalId) => answer(readVersions(proposalId)),
  );
  const title = () => reading.value()?.items[0]?.plan.title ?? proposalForm.title;
  return (
    <Page title={text.title} lead={text.lead} crumbs={[{ label: title(), href: paths.proposal(params.proposalId) }]}>
      <Shown reading={reading} who={proposalForm.who} isPart>
        {(versions) => (
          <Show
            when={versions().items.length > 0}
            fallback={<EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>}
          >
            <div>
              <For each={versions().items}>{(version) => <OneVersion version={version} />}</For>
            </div>
          </Show>
        )}
      </Shown>
    </Page>
  );
}

function OneVersion(props: { readonly version: Version }) {
  const site = useSite();
  const plan = () => props.version.plan;
  const cost = () => plan().budgetLines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const rows = () => [
    { term: proposalForm.name.field, value: plan().title },
    { term: text.cost, value: formatCents(cost()) },
    { term: text.asked, value: formatCents(cost() - plan().ownContributionCents) },
    ...(props.version.attachment ? [{ term: text.attachment, value: props.version.attachment }] : []),
    ...(props.version.by ? [{ term: text.by, value: props.version.by }] : []),
    ...(props.version.attachments.length > 0
      ? [{ term: text.attachments, value: <span class="lines">{props.version.attachments.join("\n")}</span> }]
      : []),
    ...(props.version.note ? [{ term: text.note, value: <span class="lines">{props.version.note}</span> }] : []),
  ];
  return (
    <section class="section stack stack--close">
      <Heading level={2}>{text.version(props.version.version)}</Heading>
      <p class="quiet">
        {text.reasons[props.version.reason]}&nbsp;· {formatMoment(props.version.savedAt)}
      </p>
      <DataList rows={rows()} />
      <details class="disclosure">
        <summary>
          {text.show} <span class="visually-hidden">{text.version(props.version.version)}</span>
        </summary>
        <DataList
          rows={[
            { term: proposalForm.name.summary, value: <span class="lines">{plan().summary}</span> },
            { term: proposalForm.plan.what, value: <span class="lines">{plan().what}</span> },
            { term: proposalForm.plan.why, value: <span class="lines">{plan().why}</span> },
            { term: proposalForm.where.audience, value: plan().audience },
            { term: proposalForm.where.districts, value: districtNames(site(), plan().districts) },
            {
              term: proposalForm.where.themes,
              value: plan()
                .themes.map((theme) => words.themes[theme])
                .join(", "),
            },
            ...plan().milestones.map(({ title, plannedOn }, index) => ({
              term: proposalForm.milestones.one(index + 1),
              value: <span class="lines">{`${title}\n${formatDate(plannedOn)}`}</span>,
            })),
            ...plan().budgetLines.map(({ description, category, amountCents }, index) => ({
              term: proposalForm.money.one(index + 1),
              value: (
                <span class="lines">{`${description}\n${words.categories[category]}, ${formatCents(amountCents)}`}</span>
              ),
            })),
            ...plan().partners.map(({ name, contribution }, index) => ({
              term: proposalForm.help.one(index + 1),
              value: <span class="lines">{`${name}\n${contribution}`}</span>,
            })),
            ...(plan().helpAsked ? [{ term: proposalForm.help.asked, value: plan().helpAsked }] : []),
          ]}
        />
      </details>
    </section>
  );
}
