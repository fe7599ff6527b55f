import { useLocation } from "@solidjs/router";
import { createSignal, For, onMount, Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { type Answer, answer, api, send } from "../../reading/api.ts";
import { createReading, isMissing, type Reading, Shown } from "../../reading/resource.tsx";
import { Button } from "../../ui/button.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StatusBadge, type StatusTone } from "../../ui/status-badge.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { formatDate, formatLastDay, formatMoment } from "../../words/dates.ts";
import { formal } from "../../words/nl.ts";
import { FormalFiles, filesOf } from "./files.tsx";
import { type Receipt, ReceiptPanel } from "./receipt.tsx";

const text = formal.message;
const route = api["formal-messages"][":messageId"];
type Standing = Answer<Awaited<ReturnType<typeof route.readings.$post>>>;

export const messageTones: Record<Standing["status"], StatusTone> = {
  received: "waiting",
  "in-treatment": "waiting",
  decided: "good",
  withdrawn: "quiet",
};

interface LetterLink {
  readonly messageId: string;
  readonly secret: string;
}

/** Reads `#message.secret`; undefined when a part is missing. Browsers send what stands behind the `#` to no server. */
export function readMessageLink(hash: string): LetterLink | undefined {
  const [, messageId, secret] = /^#?(fml_[0-9A-Z]{26})\.([0-9a-f]{64})$/.exec(hash) ?? [];
  return messageId === undefined || secret === undefined ? undefined : { messageId, secret };
}

/** How a formal message stands, for who has the link of its letter: adding to it and taking it back. */
export function FormalMessagePage() {
  const location = useLocation();
  const link = () => readMessageLink(location.hash);
  const reading = createReading(link, ({ messageId, secret }) =>
    answer(route.readings.$post({ param: { messageId }, json: { secret } })),
  );
  const isBroken = () => link() === undefined || isMissing(reading);
  return (
    <Page
      title={text.title}
      crumbs={[]}
      acts={
        <Show when={reading.value()}>
          {(found) => <StatusBadge tone={messageTones[found().status]}>{text.status[found().status]}</StatusBadge>}
        </Show>
      }
    >
      <Show
        when={isBroken() ? undefined : link()}
        fallback={
          <Notice tone="attention" title={text.brokenTitle}>
            <p>{text.broken}</p>
          </Notice>
        }
      >
        {(known) => (
          <Shown reading={reading} isPart>
            {(found) => <Standing found={found()} link={known()} reading={reading} />}
          </Shown>
        )}
      </Show>
    </Page>
  );
}

function Standing(props: { readonly found: Standing; readonly link: LetterLink; readonly reading: Reading<Standing> }) {
  const of = () => props.found;
  const [receipt, setReceipt] = createSignal<Receipt>();
  const [isTakenBackNow, setTakenBackNow] = createSignal(false);
  return (
    <div class="stack stack--sections form-measure">
      <section class="stack stack--close">
        <Heading level={2}>{text.facts}</Heading>
        <DataList
          rows={[
            { term: text.kind, value: formal.kinds[of().kind].name },
            ...(of().about === undefined ? [] : [{ term: formal.about, value: of().about }]),
            { term: formal.sent.reference, value: <strong>{of().reference}</strong> },
            { term: formal.sent.receivedAt, value: formatMoment(of().receivedAt) },
            ...(of().isOpen ? [{ term: formal.sent.answerBy, value: formatLastDay(of().answerBy) }] : []),
          ]}
        />
        <Show when={of().isOpen && of().isLate && of().objectionUntil}>
          {(until) => <Paragraph>{formal.sent.late(formatDate(until()))}</Paragraph>}
        </Show>
        <Paragraph look="small">{text.noWords}</Paragraph>
      </section>
      <section class="stack stack--close">
        <Heading level={2}>{text.history}</Heading>
        <ol class="plain stack stack--close">
          <li>
            {text.received} <span class="small quiet">{formatMoment(of().receivedAt)}</span>
          </li>
          <For each={of().steps}>{(step) => <Step step={step} />}</For>
        </ol>
      </section>
      <Show when={receipt()}>
        {(added) => <ReceiptPanel receipt={added()} title={formal.sent.supplement} lead={formal.sent.supplementText} />}
      </Show>
      <Show when={of().isOpen}>
        <Supplement
          link={props.link}
          onSent={(added) => {
            setReceipt(added);
            props.reading.again();
          }}
        />
        <Withdraw
          link={props.link}
          kind={of().kind}
          onDone={(after) => {
            setTakenBackNow(true);
            props.reading.replace(after);
          }}
        />
      </Show>
      <Show when={of().status === "withdrawn"}>
        <Notice tone="info" title={text.withdrawn} takesFocus={isTakenBackNow()}>
          <p>{text.withdrawnText}</p>
        </Notice>
      </Show>
    </div>
  );
}

function Step(props: { readonly step: Standing["steps"][number] }) {
  return (
    <li class="stack stack--tight">
      <p>
        {text.acts[props.step.act]} <span class="small quiet">{formatMoment(props.step.at)}</span>
      </p>
      <Show when={props.step.outcome}>
        {(outcome) => (
          <p>
            <strong>{formal.outcomes[outcome()]}</strong>
          </p>
        )}
      </Show>
      <Show when={props.step.reason}>{(reason) => <p class="lines">{reason()}</p>}</Show>
    </li>
  );
}

function Supplement(props: { readonly link: LetterLink; readonly onSent: (receipt: Receipt) => void }) {
  const { messageId, secret } = props.link;
  const form = createForm({
    draftKey: `aanvulling:${messageId}`,
    initial: { words: "", files: [] as Record<string, string>[] },
    check: ({ words }) => {
      const found = gatherErrors();
      found.text("words", words, limits.text, text.supplementEmpty);
      return found.errors;
    },
    send: ({ words, files }, key) => {
      const json = { secret, words, attachments: filesOf(files) };
      const request = route.supplements.$post({ param: { messageId }, json, header: { "idempotency-key": key } });
      return send(request, props.onSent, (path) => (path.startsWith("attachments") ? "files" : path));
    },
  });
  return (
    <section class="stack stack--close">
      <Heading level={2}>{text.supplement}</Heading>
      <Paragraph>{text.supplementText}</Paragraph>
      <Form form={form} action={text.supplementAction} onSent={() => form.reset()} short>
        <TextArea {...form.bind("words")} label={text.supplementWords} max={limits.text} rows={5} />
        <FormalFiles
          files={filesOf(form.values.files)}
          error={form.errorOf("files")}
          onAdd={(file) => form.addRow("files", file)}
          onRemove={(index) => form.removeRow("files", index)}
        />
      </Form>
    </section>
  );
}

interface WithdrawProps {
  readonly link: LetterLink;
  readonly kind: Standing["kind"];
  readonly onDone: (after: Standing) => void;
}

/** Taking it back, after one question: it is for good, and the term to send it again may be over. */
function Withdraw(props: WithdrawProps) {
  let opener: HTMLDivElement | undefined;
  const [isAsking, setAsking] = createSignal(false);
  const leave = () => {
    setAsking(false);
    opener?.querySelector("button")?.focus();
  };
  return (
    <section class="stack stack--close">
      <Heading level={2}>{text.withdraw}</Heading>
      <Paragraph>{text.withdrawText}</Paragraph>
      <Show
        when={isAsking()}
        fallback={
          <div ref={(div) => (opener = div)}>
            <Button onPress={() => setAsking(true)}>{text.withdrawAction}</Button>
          </div>
        }
      >
        <Sure {...props} onLeave={leave} />
      </Show>
    </section>
  );
}

function Sure(props: WithdrawProps & { readonly onLeave: () => void }) {
  const { messageId, secret } = props.link;
  let question: HTMLParagraphElement | undefined;
  // The button that was pressed is gone; focus goes to the question that took its place.
  onMount(() => question?.focus());
  let after: Standing | undefined;
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.optional("reason", reason, limits.note);
      return found.errors;
    },
    send: ({ reason }) =>
      send(
        route.withdrawals.$post({ param: { messageId }, json: { secret, reason } }),
        (answered) => (after = answered),
      ),
  });
  return (
    <>
      <p ref={(paragraph) => (question = paragraph)} tabindex="-1">
        <strong>{text.withdrawSure[props.kind]}</strong>
      </p>
      <Paragraph>{text.withdrawSureText[props.kind === "objection" ? "objection" : "other"]}</Paragraph>
      <Form
        form={form}
        action={text.withdrawYes}
        onSent={() => after !== undefined && props.onDone(after)}
        beside={
          <Button look="subtle" onPress={props.onLeave}>
            {text.withdrawNo}
          </Button>
        }
        short
      >
        <TextArea
          {...form.bind("reason")}
          label={text.withdrawReason}
          hint={text.withdrawReasonHint}
          max={limits.note}
          rows={2}
          optional
        />
      </Form>
    </>
  );
}
