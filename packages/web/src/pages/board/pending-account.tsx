import { groupIban } from "@hevel/api/client";
import { createSignal, onMount, Show } from "solid-js";
import { createForm } from "../../forms/form.ts";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { DataList } from "../../ui/data-list.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { formatDate, formatMoment } from "../../words/dates.ts";
import { board } from "../../words/nl.ts";
import type { Board } from "./board-page.tsx";
import { OtherHolder } from "./other-holder.tsx";

const text = board.bank.pending;

type Proposal = NonNullable<Board["ibanProposal"]>;
type Changed = (board: Board) => void;

/** A bank account that waits for a second member: what it is, and yes or no. */
export function PendingAccount(props: {
  readonly board: Board;
  /** The reader gave this account a moment ago, on this very page. */
  readonly isAsked: boolean;
  readonly onChanged: Changed;
}) {
  const [done, setDone] = createSignal<string>();
  const finish = (what: string) => (after: Board) => {
    setDone(what);
    props.onChanged(after);
  };
  const said = () => (props.isAsked && props.board.ibanProposal !== undefined ? text.sent : done());
  return (
    <>
      <Show when={said()} keyed>
        {(what) => <Done title={what} />}
      </Show>
      <Show when={props.board.ibanProposal}>
        {(proposal) => <Waiting board={props.board} proposal={proposal()} finish={finish} />}
      </Show>
    </>
  );
}

/** What came of a press: what was pressed is gone from the page, so focus goes here. */
function Done(props: { readonly title: string }) {
  let box: HTMLDivElement | undefined;
  onMount(() => box?.focus());
  return (
    <div ref={box} tabindex="-1">
      <Notice tone="good" title={props.title} spoken />
    </div>
  );
}

function Waiting(props: {
  readonly board: Board;
  readonly proposal: Proposal;
  readonly finish: (what: string) => Changed;
}) {
  const of = () => props.proposal;
  return (
    <section class="stack measure">
      <Heading level={2}>{of().isByYou ? text.asked : text.title}</Heading>
      <Paragraph>{text.text}</Paragraph>
      <DataList
        rows={[
          { term: board.bank.iban, value: <span class="tabular">{groupIban(of().iban)}</span> },
          { term: board.bank.holder, value: of().holder },
          { term: text.by, value: `${of().proposedBy}, ${formatMoment(of().proposedAt)}` },
          { term: text.until, value: formatDate(of().expiresAt) },
        ]}
      />
      <OtherHolder holder={of().holder} enterprise={props.board.profile.name} />
      <Show when={of().mayBeConfirmedByYou} fallback={<Paragraph>{text.own}</Paragraph>}>
        <Paragraph>{text.check}</Paragraph>
        <Answer act="confirmations" board={props.board} label={text.confirm} onDone={props.finish(text.confirmed)} />
      </Show>
      <Answer
        act="refusals"
        board={props.board}
        label={of().mayBeConfirmedByYou ? text.refuse : text.takeBack}
        onDone={props.finish(of().mayBeConfirmedByYou ? text.refused : text.takenBack)}
      />
    </section>
  );
}

function Answer(props: {
  readonly act: "confirmations" | "refusals";
  readonly board: Board;
  readonly label: string;
  readonly onDone: Changed;
}) {
  let after: Board | undefined;
  const form = createForm({
    initial: {},
    check: () => [],
    send: async (_values, key) => {
      const { id: enterpriseId, revision } = props.board;
      try {
        const { iban } = api.enterprises[":enterpriseId"];
        after = await answer(
          iban[props.act].$post({ param: { enterpriseId }, header: { "idempotency-key": key }, json: { revision } }),
        );
        return { ok: true };
      } catch (error) {
        return refusalOf(error);
      }
    },
  });
  const sent = () => {
    if (after !== undefined) props.onDone(after);
  };
  return (
    <Form
      form={form}
      action={props.label}
      onSent={sent}
      look={props.act === "confirmations" ? "primary" : "secondary"}
      short
    />
  );
}
