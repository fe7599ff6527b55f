import { useParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { ResidentWords } from "../../blocks/evaluation-list.tsx";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { type Answer, answer, api, Refused, refusalOf } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { evaluate } from "../../words/nl.ts";

const text = evaluate.resident;
const readMandate = (mandateId: string) => api.mandates[":mandateId"].$get({ param: { mandateId } });
type Mandate = Answer<Awaited<ReturnType<typeof readMandate>>>;
type Outcome = "confirmed" | "letter-sent";

/** Grades as on a Dutch school report. */
const scoreOptions = Array.from({ length: 10 }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1}` }));

/** What a resident thinks of what a mandate brought: a score in words and a sentence. */
export function EvaluatePage() {
  const params = useParams<{ mandateId: string }>();
  const site = useSite();
  const [outcome, setOutcome] = createSignal<Outcome>();
  const reading = createReading(
    () => params.mandateId,
    (mandateId) => answer(readMandate(mandateId)),
  );
  const isOnBoard = (mandate: Mandate) => {
    const viewer = site().viewer;
    return (
      viewer?.kind === "resident" && viewer.boards.some(({ enterpriseId }) => enterpriseId === mandate.enterpriseId)
    );
  };
  const lead = () => {
    const mandate = reading.value();
    return mandate === undefined ? undefined : text.lead(mandate.title, mandate.enterprise);
  };
  return (
    <Page title={text.title} lead={lead()}>
      <Shown reading={reading} isPart>
        {(mandate) => (
          <Switch fallback={<VoiceForm mandate={mandate()} onHeard={setOutcome} />}>
            <Match when={outcome()}>
              {(came) => (
                <Notice tone="good" title={came() === "confirmed" ? text.heardTitle : text.sentTitle} takesFocus>
                  <p>{came() === "confirmed" ? text.heard : text.sent}</p>
                  <ButtonLink href={paths.proposal(mandate().proposalId)}>{text.toProposal}</ButtonLink>
                </Notice>
              )}
            </Match>
            <Match when={mandate().status !== "evaluation"}>
              <Notice tone="info" title={text.notNowTitle}>
                <p>{text.notNow}</p>
                <ButtonLink href={paths.proposal(mandate().proposalId)}>{text.toProposal}</ButtonLink>
              </Notice>
            </Match>
            <Match when={isOnBoard(mandate())}>
              <Notice tone="info" title={text.boardTitle}>
                <p>{text.board}</p>
              </Notice>
            </Match>
          </Switch>
        )}
      </Shown>
    </Page>
  );
}

/** What is sent and shown of what was typed. */
const voiceOf = ({ score, sentence }: { readonly score: string; readonly sentence: string }) => ({
  score: Number(score),
  sentence: sentence.trim().replace(/\s+/g, " "),
});

function VoiceForm(props: { readonly mandate: Mandate; readonly onHeard: (outcome: Outcome) => void }) {
  const site = useSite();
  const needsEmail = () => site().viewer?.kind !== "resident";
  let outcome: Outcome | undefined;
  const form = createForm({
    draftKey: `mening:${props.mandate.id}`,
    initial: { score: "", sentence: "", email: "" },
    check: ({ score, sentence, email }) => {
      const found = gatherErrors();
      found.choice("score", score, text.scoreEmpty);
      found.text("sentence", sentence, limits.summary, text.sentenceEmpty);
      if (needsEmail()) found.email("email", email);
      return found.errors;
    },
    send: async ({ score, sentence, email }, key) => {
      const json = {
        ...voiceOf({ score, sentence }),
        ...(needsEmail() ? { email: email.trim() } : {}),
      };
      try {
        const param = { mandateId: props.mandate.id };
        outcome = (
          await answer(
            api.mandates[":mandateId"].evaluations.$post({ param, header: { "idempotency-key": key }, json }),
          )
        ).status;
        return { ok: true };
      } catch (error) {
        const isAgain = error instanceof Refused && error.problem.code === "conflict";
        return isAgain ? { ok: false, message: text.again } : refusalOf(error);
      }
    },
  });
  const sent = () => {
    if (outcome !== undefined) props.onHeard(outcome);
  };
  return (
    <Form
      form={form}
      action={text.action}
      preview={{ to: text.previewTo, body: () => <ResidentWords content={voiceOf(form.snapshot())} /> }}
      onSent={sent}
    >
      <RadioGroup {...form.bind("score")} label={text.score} hint={text.scoreHint} options={scoreOptions} row />
      <TextArea
        {...form.bind("sentence")}
        label={text.sentence}
        hint={text.sentenceHint}
        max={limits.summary}
        rows={3}
      />
      <Show when={needsEmail()}>
        <TextField {...form.bind("email")} label={text.email} hint={text.emailHint} kind="email" autocomplete="email" />
      </Show>
    </Form>
  );
}
