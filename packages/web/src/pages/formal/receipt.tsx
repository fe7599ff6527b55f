import { Show } from "solid-js";
import { saveFile } from "../../forms/save-file.ts";
import type { Answer, api } from "../../reading/api.ts";
import { Button } from "../../ui/button.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { formatLastDay, formatMoment } from "../../words/dates.ts";
import { formal } from "../../words/nl.ts";

const text = formal.sent;
export type Receipt = Answer<Awaited<ReturnType<(typeof api)["formal-messages"]["$post"]>>>;

/** That it was received, with the proof to keep: the only place where the sender gets the own words back. */
export function ReceiptPanel(props: { readonly receipt: Receipt; readonly title: string; readonly lead: string }) {
  const of = () => props.receipt;
  const until = () => (of().isLate ? of().objectionUntil : undefined);
  return (
    <div class="stack form-measure">
      <Notice tone="good" title={props.title} takesFocus>
        <p>{props.lead}</p>
      </Notice>
      <DataList
        rows={[
          { term: text.reference, value: <strong>{of().reference}</strong> },
          { term: text.receivedAt, value: formatMoment(of().receivedAt) },
          { term: text.answerBy, value: formatLastDay(of().answerBy) },
          { term: text.hash, value: <span class="hash">{of().sha256}</span> },
        ]}
      />
      <Show when={until()}>{(last) => <Paragraph>{text.late(formatLastDay(last()))}</Paragraph>}</Show>
      <Paragraph>{text.keepText}</Paragraph>
      <div class="cluster">
        <Button look="primary" onPress={() => saveFile(`${of().reference}.txt`, of().copy, "text/plain")}>
          {text.keep}
        </Button>
      </div>
      <Link href={of().path} onward>
        {text.follow}
      </Link>
    </div>
  );
}
