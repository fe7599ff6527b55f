import { Show } from "solid-js";
import { paths } from "../site/paths.ts";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { formatDate } from "../words/dates.ts";
import { formal, moderation } from "../words/nl.ts";

/** What can be reported, as the address of the form says it: the kind, the page it stands on, and its part of that page. */
export type Reported =
  | { readonly kind: "enterprise" | "proposal" | "expense"; readonly id: string; readonly part?: undefined }
  | {
      readonly kind: "passage" | "attachment" | "update" | "milestone" | "evaluation";
      readonly id: string;
      readonly part: string;
    };

/** "Meld dit", small and everywhere the same; `about` says to a screen reader what is reported. */
export function ReportLink(props: { readonly of: Reported; readonly about: string }) {
  return (
    <p class="small no-print">
      <Link href={paths.report(props.of.kind, props.of.id, props.of.part)}>
        {moderation.report}
        <span class="visually-hidden">{moderation.about(props.about)}</span>
      </Link>
    </p>
  );
}

/** In the place of what the municipality hid: since when, and why. */
export function HiddenNote(props: {
  readonly hidden: { readonly at: string; readonly reason: string };
  /** Names what was hidden, for who objects to it. */
  readonly caseId?: string | undefined;
}) {
  return (
    <Notice tone="info" level={3} title={moderation.hidden(formatDate(props.hidden.at))}>
      <p>{moderation.reason(props.hidden.reason)}</p>
      <Show when={props.caseId}>
        {(id) => (
          <p class="small no-print">
            <Link href={paths.writeFormal("bezwaar", "verborgen", id())}>{formal.objectHidden}</Link>
          </p>
        )}
      </Show>
    </Notice>
  );
}

/** The same in one line, among other lines; with how its author objects, who may have no address that we know. */
export function HiddenLine(props: {
  readonly hidden: { readonly at: string; readonly reason: string } | undefined;
  readonly caseId?: string | undefined;
}) {
  return (
    <Show when={props.hidden}>
      {(hidden) => (
        <span class="promises__note">
          {moderation.hidden(formatDate(hidden().at))}. {moderation.reason(hidden().reason)}
          <Show when={props.caseId}>
            {(id) => (
              <span class="promises__note no-print">
                {moderation.yours} <Link href={paths.writeFormal("bezwaar", "verborgen", id())}>{formal.object}</Link>
              </span>
            )}
          </Show>
        </span>
      )}
    </Show>
  );
}
