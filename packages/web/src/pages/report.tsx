import { useParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { gatherErrors } from "../forms/field-errors.ts";
import { createForm } from "../forms/form.ts";
import { limits } from "../forms/limits.ts";
import { answer, api, Refused, refusalOf } from "../reading/api.ts";
import { paths } from "../site/paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { moderation, proposals } from "../words/nl.ts";

const text = moderation.page;
type Target = Parameters<typeof api.reports.$post>[0]["json"]["target"];

type Passage = Extract<Target, { kind: "passage" }>["passage"];
const isPassage = (part: string): part is Passage => Object.hasOwn(proposals.passages, part);

function targetOf(kind: string, id: string, part: string | undefined): Target | undefined {
  if (kind === "enterprise") return { kind, enterpriseId: id };
  if (kind === "proposal") return { kind, proposalId: id };
  if (kind === "expense") return { kind, expenseId: id };
  if (part === undefined) return undefined;
  if (kind === "passage") return isPassage(part) ? { kind, proposalId: id, passage: part } : undefined;
  if (kind === "attachment") return { kind, proposalId: id, fileId: part };
  if (kind === "update") return { kind, proposalId: id, updateId: part };
  if (kind === "milestone") return { kind, mandateId: id, milestoneId: part };
  return kind === "evaluation" ? { kind, mandateId: id, evaluationId: part } : undefined;
}

/** Reporting something, without an account. */
export function ReportPage() {
  const params = useParams<{ kind: string; id: string; part?: string }>();
  const [isSent, setSent] = createSignal(false);
  const target = () => targetOf(params.kind, params.id, params.part);
  const back = () =>
    target()?.kind === "enterprise"
      ? paths.enterprise(params.id)
      : ["proposal", "passage", "attachment", "update"].includes(target()?.kind ?? "")
        ? paths.proposal(params.id)
        : undefined;
  return (
    <Page title={text.title} lead={text.lead}>
      <Switch>
        <Match when={isSent()}>
          <Notice tone="good" title={text.sentTitle} takesFocus>
            <p>{text.sent}</p>
            <Show when={back()}>{(href) => <ButtonLink href={href()}>{text.back}</ButtonLink>}</Show>
          </Notice>
        </Match>
        <Match when={target()}>{(found) => <ReportForm target={found()} onSent={() => setSent(true)} />}</Match>
        <Match when={true}>
          <Notice tone="attention" title={text.brokenTitle}>
            <p>{text.broken}</p>
          </Notice>
        </Match>
      </Switch>
    </Page>
  );
}

function ReportForm(props: { readonly target: Target; readonly onSent: () => void }) {
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.text("reason", reason, limits.note, text.reasonEmpty);
      return found.errors;
    },
    send: async ({ reason }, key) => {
      try {
        await answer(
          api.reports.$post({
            header: { "idempotency-key": key },
            json: { target: props.target, reason: reason.trim() },
          }),
        );
        return { ok: true };
      } catch (error) {
        const problem = error instanceof Refused ? error.problem : undefined;
        if (problem?.status === 404) return { ok: false, message: text.gone };
        return problem?.code === "wrong-state" ? { ok: false, message: text.decided } : refusalOf(error);
      }
    },
  });
  return (
    <div class="stack form-measure">
      <Paragraph>{text.kinds[props.target.kind]}</Paragraph>
      <Form form={form} action={text.action} onSent={props.onSent} short>
        <TextArea {...form.bind("reason")} label={text.reason} hint={text.reasonHint} max={limits.note} rows={4} />
      </Form>
    </div>
  );
}
