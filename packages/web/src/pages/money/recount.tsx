import { createSignal, Match, Switch } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { formatCount } from "../../words/money.ts";
import { money } from "../../words/nl.ts";
import { browserSha256, type Head, type Recounted, recountLedger } from "./recount-ledger.ts";

const text = money.check.recount;

type State = "idle" | "busy" | "failed" | Recounted;

/** The whole public journal; a long one comes in parts, each with its own line of columns. */
async function readJournal(): Promise<string> {
  let whole = "";
  for (let next: string | undefined = "/v1/journal-export"; next !== undefined; ) {
    const response: Response = await fetch(next);
    const part = await response.text();
    whole += whole === "" ? part : part.slice(part.indexOf("\r\n") + 2);
    next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1];
  }
  return whole;
}

/** Adds everything up again on the reader's own device, from the public file. */
export function Recount(props: { readonly heads: readonly Head[] }) {
  const [state, setState] = createSignal<State>("idle");
  const outcome = () => {
    const now = state();
    return typeof now === "string" ? undefined : now;
  };
  const recount = async () => {
    if (state() === "busy") return;
    setState("busy");
    try {
      setState(await recountLedger(await readJournal(), props.heads, browserSha256));
    } catch {
      setState("failed");
    }
  };
  return (
    <section class="panel stack stack--close no-print">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <Paragraph>{text.lead}</Paragraph>
      <div>
        <Button onPress={() => void recount()} busy={state() === "busy"}>
          {state() === "busy" ? text.busy : text.action}
        </Button>
      </div>
      <Switch>
        <Match when={state() === "failed"}>
          <ErrorState onRetry={() => void recount()}>{text.failed}</ErrorState>
        </Match>
        <Match when={outcome()?.wrong.length === 0 ? outcome() : undefined}>
          {(of) => (
            <Notice tone="good" title={text.right} level={3} spoken>
              <p>{text.rightText(formatCount(of().lines), formatCount(of().accounts))}</p>
            </Notice>
          )}
        </Match>
        <Match when={outcome()}>
          {(of) => (
            <Notice tone="attention" title={text.wrong(of().wrong.length)} level={3} spoken>
              <p>{text.wrongText}</p>
              <p class="hash">{of().wrong.join(", ")}</p>
            </Notice>
          )}
        </Match>
      </Switch>
    </section>
  );
}
