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

/** How a mandate ended: what was established, what is claimed back and until when one can object. */
export function EndingWords(props: { readonly ending: NonNullable<Mandate["ending"]>; readonly mandateId: string }) {
  const of = () => props.ending;
  return (
    <section class="stack stack--close" id="einde">
      <Heading level={2}>{text.title}</Heading>
      <p>{text.by(of().decidingBody, formatDate(of().decidedOn))}</p>
      <For each={paragraphsOf(of().draft.motivation)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
      <DataList
        rows={[
          { term: text.spent, value: formatCents(of().sums.spentCents) },
          { term: text.released, value: formatCents(of().sums.releasedCents) },
          { term: text.refund, value: formatCents(of().sums.refundDueCents) },
          { term: text.reference, value: of().draft.reference },
          { term: text.basis, value: of().draft.legalBasis },
        ]}
      />
      <Show when={of().draft.claim}>
        {(claim) => (
          <>
            <Heading level={3}>{text.claimTitle}</Heading>
            <For each={paragraphsOf(claim().motivation)}>{(paragraph) => <Paragraph>{paragraph}</Paragraph>}</For>
            <DataList
              rows={[
                { term: text.claimed, value: formatCents(of().sums.refundDueCents) },
                { term: text.reference, value: claim().reference },
                { term: text.basis, value: claim().legalBasis },
                { term: text.payBy, value: formatDate(of().payBy ?? "") },
              ]}
            />
          </>
        )}
      </Show>
      <Objection ending={of()} mandateId={props.mandateId} />
    </section>
  );
}

function Objection(props: { readonly ending: NonNullable<Mandate["ending"]>; readonly mandateId: string }) {
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
