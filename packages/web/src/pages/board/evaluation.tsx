import { useParams } from "@solidjs/router";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import { EnterpriseWords } from "../../blocks/evaluation-list.tsx";
import { countOf, gatherErrors, textOrNone } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { type Answer, answer, api, refusalOf } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { formatDate } from "../../words/dates.ts";
import { board as boardText, evaluate } from "../../words/nl.ts";
import { RowForm } from "../proposal-form/row-form.tsx";

const text = evaluate.enterprise;
const readEvaluations = (mandateId: string) => api.mandates[":mandateId"].evaluations.$get({ param: { mandateId } });
type Evaluations = Answer<Awaited<ReturnType<typeof readEvaluations>>>;
type Reached = keyof typeof text.reached;

const reachedOptions = Object.entries(text.reached).map(([value, label]) => ({ value, label }));

/** What the enterprise itself says came of it; may be written again until it is published. */
export function BoardEvaluationPage() {
  const params = useParams<{ enterpriseId: string; mandateId: string }>();
  const [isSent, setSent] = createSignal(false);
  const reading = createReading(
    () => params.mandateId,
    (mandateId) => answer(readEvaluations(mandateId)),
  );
  const mandateHref = () => paths.boardMandate(params.enterpriseId, params.mandateId);
  const title = () => reading.value()?.title ?? "";
  return (
    <Page
      title={text.title}
      lead={text.lead(title())}
      crumbs={[{ label: title() || boardText.title, href: mandateHref() }]}
    >
      <Shown reading={reading} who={boardText.who} isPart>
        {(found) => (
          <Switch
            fallback={
              <Notice tone="info" title={text.notNowTitle}>
                <p>{text.notNow}</p>
                <ButtonLink href={mandateHref()}>{text.toMandate}</ButtonLink>
              </Notice>
            }
          >
            <Match when={isSent()}>
              <Notice tone="good" title={text.sentTitle} takesFocus>
                <p>{text.sent}</p>
                <ButtonLink href={mandateHref()}>{text.toMandate}</ButtonLink>
              </Notice>
            </Match>
            <Match when={found().publishedAt}>
              <Notice tone="good" title={text.publishedTitle}>
                <p>{text.published}</p>
                <ButtonLink href={paths.proposal(found().proposalId)}>{evaluate.resident.toProposal}</ButtonLink>
              </Notice>
            </Match>
            <Match when={found().status === "evaluation"}>
              <EvaluationForm found={found()} onSent={() => setSent(true)} />
            </Match>
          </Switch>
        )}
      </Shown>
    </Page>
  );
}

function valuesOf({ milestones, enterprise }: Evaluations) {
  const content = enterprise?.content;
  const outcomeOf = (id: string) => content?.outcomes.find(({ milestoneId }) => milestoneId === id);
  return {
    outcomes: milestones.map(({ id, reachedOn }) => ({
      milestoneId: id,
      // A milestone that was reported as reached was reached.
      reached: (outcomeOf(id)?.reached ?? (reachedOn === undefined ? "" : "yes")) as string,
      note: outcomeOf(id)?.note ?? "",
    })),
    peopleReached: content === undefined ? "" : String(content.peopleReached),
    volunteerHours: content === undefined ? "" : String(content.volunteerHours),
    learned: content?.learned ?? "",
  };
}

/** What is sent and shown of what was typed, from values without errors. */
function voiceOf(values: ReturnType<typeof valuesOf>) {
  return {
    outcomes: values.outcomes.map(({ milestoneId, reached, note }) => {
      const said = textOrNone(note.replace(/\s+/g, " "));
      // Checked to be one of the options.
      return { milestoneId, reached: reached as Reached, ...(said === undefined ? {} : { note: said }) };
    }),
    peopleReached: countOf(values.peopleReached) ?? 0,
    volunteerHours: countOf(values.volunteerHours) ?? 0,
    learned: values.learned.trim(),
  };
}

function EvaluationForm(props: { readonly found: Evaluations; readonly onSent: () => void }) {
  const milestones = () => props.found.milestones;
  const form = createForm({
    draftKey: `evaluatie:${props.found.mandateId}`,
    initial: valuesOf(props.found),
    check: (values) => {
      const found = gatherErrors();
      values.outcomes.forEach(({ reached, note }, index) => {
        found.choice(`outcomes.${index}.reached`, reached, text.reachedEmpty(milestones()[index]?.title ?? ""));
        found.optional(`outcomes.${index}.note`, note, limits.summary);
      });
      found.count("peopleReached", values.peopleReached, limits.count, text.peopleEmpty);
      found.count("volunteerHours", values.volunteerHours, limits.count, text.hoursEmpty);
      found.text("learned", values.learned, limits.text, text.learnedEmpty);
      return found.errors;
    },
    send: async (values) => {
      try {
        const param = { mandateId: props.found.mandateId };
        await answer(api.mandates[":mandateId"].evaluations.enterprise.$put({ param, json: voiceOf(values) }));
        return { ok: true };
      } catch (error) {
        return refusalOf(error);
      }
    },
  });
  return (
    <div class="stack">
      <Show when={props.found.enterprise}>
        <Notice tone="info" title={text.writtenTitle}>
          <p>{text.written}</p>
        </Notice>
      </Show>
      <Show when={props.found.dueOn}>{(date) => <p>{text.due(formatDate(date()))}</p>}</Show>
      <Form
        form={form}
        action={text.action}
        preview={{
          to: text.previewTo,
          body: () => <EnterpriseWords content={voiceOf(form.snapshot())} milestones={milestones()} />,
        }}
        onSent={props.onSent}
      >
        <Heading level={2}>{text.promisesTitle}</Heading>
        <For each={milestones()}>
          {(milestone, index) => (
            <RowForm title={milestone.title} remove="">
              <RadioGroup
                {...form.bindRow("outcomes", index(), "reached")}
                label={text.reachedQuestion}
                options={reachedOptions}
              />
              <TextArea
                {...form.bindRow("outcomes", index(), "note")}
                label={text.note}
                max={limits.summary}
                rows={2}
                optional
              />
            </RowForm>
          )}
        </For>
        <TextField
          {...form.bind("peopleReached")}
          label={text.people}
          hint={text.peopleHint}
          kind="code"
          autocomplete="off"
          width="short"
        />
        <TextField
          {...form.bind("volunteerHours")}
          label={text.hours}
          hint={text.hoursHint}
          kind="code"
          autocomplete="off"
          width="short"
        />
        <TextArea {...form.bind("learned")} label={text.learned} hint={text.learnedHint} max={limits.text} rows={6} />
      </Form>
    </div>
  );
}
