import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { paths } from "../site/paths.ts";
import { oneOf } from "../site/search.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { formatDate } from "../words/dates.ts";
import { formal, moderation, notFound } from "../words/nl.ts";

/** Where what there is of each kind stands. */
const lists: Record<keyof typeof notFound.kinds, string> = {
  voorstellen: paths.proposals(),
  ondernemingen: paths.enterprises(),
  wijken: paths.districts(),
  geld: paths.money(),
  werk: paths.staff(),
};

/** There is nothing at this address, or something that the municipality hid: then since when and why. */
export function NotFoundPage(props: {
  readonly hidden?: { readonly at: string; readonly reason: string } | undefined;
  /** The address is one of something that has a page, and only this one is not there: the page names what. */
  readonly isOfKind?: boolean | undefined;
}) {
  const location = useLocation();
  const kind = () =>
    props.isOfKind === true ? oneOf(notFound.kinds, location.pathname.split("/")[1] ?? "") : undefined;
  /** What an officer hid has the last part of its address as the name of its case. */
  const caseId = () => (props.hidden === undefined ? undefined : location.pathname.split("/")[2]);
  const words = () => {
    const of = kind();
    return of === undefined
      ? { title: notFound.title, text: notFound.text, to: notFound.toProposals, href: paths.proposals() }
      : { ...notFound.kinds[of], href: lists[of] };
  };
  return (
    <Page
      title={props.hidden === undefined ? words().title : moderation.hidden(formatDate(props.hidden.at))}
      lead={props.hidden === undefined ? notFound.lead : moderation.reason(props.hidden.reason)}
    >
      <div class="stack">
        <Paragraph>{props.hidden === undefined ? words().text : notFound.hidden}</Paragraph>
        <Show when={caseId()}>
          {(id) => (
            <p>
              <Link href={paths.writeFormal("bezwaar", "verborgen", id())}>{formal.objectHidden}</Link>
            </p>
          )}
        </Show>
        <div class="cluster">
          <ButtonLink look="primary" href={words().href}>
            {words().to}
          </ButtonLink>
          <ButtonLink href={paths.home()}>{notFound.toHome}</ButtonLink>
        </div>
      </div>
    </Page>
  );
}
