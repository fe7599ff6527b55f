import { type RetentionKind, retentions } from "@hevel/api/client";
import { For, Show } from "solid-js";
import { paths } from "../site/paths.ts";
import { useSite } from "../site/site.ts";
import { ButtonLink } from "../ui/button.tsx";
import { DataList } from "../ui/data-list.tsx";
import { EmailLink } from "../ui/email-link.tsx";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { privacy } from "../words/nl.ts";

const termRows = Object.entries(retentions).map(([kind, retention]) => ({
  term: privacy.kinds[kind as RetentionKind],
  value: privacy.howLong(retention),
}));

const phoneRow = (phone: string | undefined) =>
  phone === undefined
    ? []
    : [{ term: privacy.officerPhone, value: <Link href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</Link> }];

export function PrivacyPage() {
  const site = useSite();
  return (
    <Page title={privacy.title} lead={privacy.lead} crumbs={[]}>
      <div class="stack stack--sections">
        <Show when={site().municipality}>{(of) => <Paragraph>{privacy.who(of().name)}</Paragraph>}</Show>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.kept}</Heading>
          <DataList rows={privacy.rows} />
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.terms}</Heading>
          <Paragraph>{privacy.termsLead}</Paragraph>
          <DataList rows={termRows} />
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.files}</Heading>
          <Paragraph>{privacy.filesText}</Paragraph>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.device}</Heading>
          <Paragraph>{privacy.deviceText}</Paragraph>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{privacy.rights}</Heading>
          <For each={privacy.rightsText}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
          <div class="cluster">
            <ButtonLink href={paths.contact()}>{privacy.ask}</ButtonLink>
          </div>
        </section>
        <Show when={site().municipality?.dataProtectionOfficer}>
          {(officer) => (
            <section class="stack stack--close">
              <Heading level={2}>{privacy.officer}</Heading>
              <Paragraph>{privacy.officerText}</Paragraph>
              <DataList
                rows={[
                  { term: privacy.officerName, value: officer().name },
                  ...phoneRow(officer().phone),
                  { term: privacy.officerEmail, value: <EmailLink address={officer().email} /> },
                ]}
              />
            </section>
          )}
        </Show>
      </div>
    </Page>
  );
}
