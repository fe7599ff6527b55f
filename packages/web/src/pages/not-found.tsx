import { paths } from "../site/paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { notFound } from "../words/nl.ts";

export function NotFoundPage() {
  return (
    <Page title={notFound.title} lead={notFound.lead}>
      <div class="stack">
        <Paragraph>{notFound.text}</Paragraph>
        <div class="cluster">
          <ButtonLink look="primary" href={paths.proposals()}>
            {notFound.toProposals}
          </ButtonLink>
          <ButtonLink href={paths.home()}>{notFound.toHome}</ButtonLink>
        </div>
      </div>
    </Page>
  );
}
