import { createSignal, For, Show } from "solid-js";
import { Part } from "../../blocks/part.tsx";
import type { Verification } from "../../reading/answers.ts";
import { answer, api } from "../../reading/api.ts";
import { createReading, isMissing } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { Table } from "../../ui/table.tsx";
import { formatMoment } from "../../words/dates.ts";
import { formatCentsExact, formatCount } from "../../words/money.ts";
import { money } from "../../words/nl.ts";
import { hasRole, useStaff } from "../staff/staff-viewer.ts";
import { Recount } from "./recount.tsx";

const text = money.check;
const firstHeads = 12;

/** The whole ledger added up again by the site, and how anybody does it without us. */
export function CheckMoneyPage() {
  const reading = createReading(
    () => true,
    () => answer(api.verification.$get({ query: {} })),
  );
  const staff = useStaff();
  return (
    <Page title={text.title} lead={text.lead} crumbs={[{ label: money.title, href: paths.money() }]}>
      <div class="stack stack--sections">
        <Show
          when={!isMissing(reading)}
          fallback={
            <Notice tone="info" title={text.notYet}>
              <p>{text.notYetText}</p>
            </Notice>
          }
        >
          <Part reading={reading}>
            {(view) => (
              <div class="stack">
                <Outcome view={view()} />
                <Recount heads={view().heads} />
              </div>
            )}
          </Part>
        </Show>
        <Show when={hasRole(staff(), "officer", "council", "finance", "clerk", "auditor")}>
          <CountNow onCounted={reading.replace} />
        </Show>
        <section class="stack stack--close prose">
          <Heading level={2}>{text.rules}</Heading>
          <ul>
            <For each={text.ruleTexts}>{(rule) => <li>{rule}</li>}</For>
          </ul>
        </section>
        <section class="stack stack--close prose">
          <Heading level={2}>{text.redo}</Heading>
          <ol>
            <For each={text.redoSteps}>{(step) => <li>{step}</li>}</For>
          </ol>
          <p>
            <Link href="/v1/journal-export" download="journaal.csv">
              {text.download}
            </Link>
          </p>
          <Heading level={3}>{text.hashTitle}</Heading>
          <Paragraph>{text.hashText}</Paragraph>
          <ol class="code-lines">
            <For each={text.hashLines}>{(line) => <li>{line}</li>}</For>
          </ol>
        </section>
        <Show when={!isMissing(reading)}>
          <Part reading={reading} shape="table">
            {(view) => <Heads heads={view().heads} />}
          </Part>
        </Show>
      </div>
    </Page>
  );
}

/** For city hall: everybody else reads what was found the last time, because adding up reads everything there is. */
function CountNow(props: { readonly onCounted: (view: Verification) => void }) {
  const [state, setState] = createSignal<"idle" | "busy" | "failed">("idle");
  const count = async () => {
    if (state() === "busy") return;
    setState("busy");
    try {
      props.onCounted(await answer(api.verification.$post()));
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  return (
    <section class="stack stack--close no-print">
      <div>
        <Button onPress={() => void count()} busy={state() === "busy"}>
          {text.again}
        </Button>
      </div>
      <Show when={state() === "failed"}>
        <ErrorState onRetry={() => void count()}>{text.againFailed}</ErrorState>
      </Show>
    </section>
  );
}

function Outcome(props: { readonly view: Verification }) {
  const of = () => props.view;
  return (
    <Show
      when={of().isRight}
      fallback={
        <div class="stack">
          <Notice tone="attention" title={text.wrong(of().differences.length)}>
            <p>{text.wrongText}</p>
          </Notice>
          <Table
            caption={text.differences}
            rows={of().differences}
            columns={[
              {
                key: "subject",
                label: text.subject,
                cell: (difference) => <span class="hash">{difference.subject}</span>,
              },
              { key: "invariant", label: text.invariant, cell: (difference) => difference.invariant },
              { key: "detail", label: text.detail, cell: (difference) => <span lang="en">{difference.detail}</span> },
            ]}
          />
        </div>
      }
    >
      <Notice tone="good" title={text.right}>
        <p>{text.rightText(formatCount(of().entries), formatCount(of().accounts), formatMoment(of().checkedAt))}</p>
      </Notice>
    </Show>
  );
}

function Heads(props: { readonly heads: Verification["heads"] }) {
  const [isWhole, setWhole] = createSignal(false);
  const shown = () => (isWhole() ? props.heads : props.heads.slice(0, firstHeads));
  return (
    <section class="stack stack--close">
      <Heading level={2}>{text.heads}</Heading>
      <Paragraph>{text.headsText}</Paragraph>
      <Table
        caption={text.heads}
        hideCaption
        rows={shown()}
        columns={[
          { key: "account", label: text.account, cell: (head) => <span class="hash">{head.account}</span> },
          { key: "head", label: text.head, cell: (head) => <span class="hash">{head.head}</span> },
          { key: "count", label: text.count, figure: true, cell: (head) => formatCount(head.sequence) },
          { key: "balance", label: text.balance, figure: true, cell: (head) => formatCentsExact(head.postedCents) },
        ]}
      />
      <Show when={shown().length < props.heads.length}>
        <div>
          <Button onPress={() => setWhole(true)}>{text.more}</Button>
        </div>
      </Show>
    </section>
  );
}
