import { paths } from "../site/paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { formatDate } from "../words/dates.ts";
import { moderation, notFound } from "../words/nl.ts";

/** There is nothing at this address, or something that the municipality hid: then since when and why. */
export function NotFoundPage(props: {
  readonly hidden?: { readonly at: string; readonly reason: string } | undefined;
}) {
  return (
    <Page
      title={props.hidden === undefined ? notFound.title : moderation.hidden(formatDate(props.hidden.at))}
      lead={props.hidden === undefined ? notFound.lead : moderation.reason(props.hidden.reason)}
    >
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
