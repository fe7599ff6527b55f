import { For, Show } from "solid-js";
import type { Mandate } from "../reading/answers.ts";
import { paths } from "../site/paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { DataList } from "../ui/data-list.tsx";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { dayOf, formatDate } from "../words/dates.ts";
import { formatCents } from "../words/money.ts";
import { formal, ending as text } from "../words/nl.ts";
import { paragraphsOf } from "./update-feed.tsx";

type Ending = NonNullable<Mandate["ending"]>;

/** How a mandate ended: what was established, what is claimed back and until when one can object. */
export function EndingWords(props: {
  readonly ending: Ending;
  readonly mandateId: string;
  readonly endsOn: string | undefined;
}) {
  return (
    <section class="stack stack--close" id="einde">
      <Heading level={2}>{text.title}</Heading>
      <EndingText {...props.ending} endsOn={props.endsOn} />
      <Objection ending={props.ending} mandateId={props.mandateId} />
    </section>
  );
}

/** What everybody reads of the decision that ends a mandate, taken or prepared. */
export function EndingText(
  props: Pick<Ending, "decidingBody" | "decidedOn" | "draft" | "payBy"> & {
    readonly sums: Pick<Ending["sums"], "spentCents" | "releasedCents" | "refundDueCents">;
    /** The last day that was agreed. */
    readonly endsOn: string | undefined;
  },
) {
  return (
    <>
      <p>{text.by(props.decidingBody, formatDate(props.decidedOn))}</p>
      <Show when={props.endsOn !== undefined && props.decidedOn < props.endsOn && props.endsOn}>
        {(endsOn) => <Paragraph>{text.early(formatDate(endsOn()))}</Paragraph>}
      </Show>
      <For each={paragraphsOf(props.draft.motivation)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
      <DataList
        rows={[
          { term: text.spent, value: formatCents(props.sums.spentCents) },
          { term: text.released, value: formatCents(props.sums.releasedCents) },
          { term: text.refund, value: formatCents(props.sums.refundDueCents) },
          { term: text.reference, value: props.draft.reference },
          { term: text.basis, value: props.draft.legalBasis },
        ]}
      />
      <Show when={props.draft.claim}>
        {(claim) => (
          <>
            <Heading level={3}>{text.claimTitle}</Heading>
            <For each={paragraphsOf(claim().motivation)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
            <DataList
              rows={[
                { term: text.claimed, value: formatCents(props.sums.refundDueCents) },
                { term: text.reference, value: claim().reference },
                { term: text.basis, value: claim().legalBasis },
                { term: text.payBy, value: formatDate(props.payBy ?? "") },
              ]}
            />
          </>
        )}
      </Show>
    </>
  );
}

function Objection(props: { readonly ending: Ending; readonly mandateId: string }) {
  const href = () => paths.writeFormal("bezwaar", "einde", props.mandateId);
  const until = () => formatDate(props.ending.objectionUntil);
  return (
    <Show
      when={props.ending.objectionUntil >= dayOf(new Date())}
      fallback={
        <div class="stack stack--tight no-print">
          <Paragraph look="small">{text.objectionOver(until())}</Paragraph>
          <p class="small">
            <Link href={href()}>{formal.objectLate}</Link>
          </p>
        </div>
      }
    >
      <div class="stack stack--tight no-print">
        <Paragraph>{text.objection(until())}</Paragraph>
        <div class="cluster">
          <ButtonLink href={href()}>{formal.object}</ButtonLink>
        </div>
        <p>{text.objectionTo}</p>
        <address class="address">
          <For each={props.ending.objectionAddress}>{(line) => <span>{line}</span>}</For>
        </address>
      </div>
    </Show>
  );
}
