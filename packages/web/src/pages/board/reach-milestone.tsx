import { useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { dateOf, gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { api, send } from "../../reading/api.ts";
import { Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { dayOf, formatDate } from "../../words/dates.ts";
import { board as boardText, expense, proposals } from "../../words/nl.ts";
import { mandateInWords } from "../../words/standing.ts";
import { createMandate } from "./mandate-reading.ts";
import { whyNoPromise } from "./when-possible.ts";

const text = expense.milestone;

/** A promise that was kept: when, and what came of it. */
export function ReachMilestonePage() {
  const params = useParams<{ enterpriseId: string; mandateId: string; milestoneId: string }>();
  const { reading } = createMandate();
  const milestone = () => reading.value()?.mandate.milestones.find(({ id }) => id === params.milestoneId);
  const mandateHref = () => paths.boardMandate(params.enterpriseId, params.mandateId);
  return (
    <Page
      title={milestone()?.reachedOn === undefined ? text.title : text.editTitle}
      lead={milestone()?.title}
      crumbs={[{ label: reading.value()?.mandate.title ?? expense.mandate.eyebrow, href: mandateHref() }]}
    >
      <Shown reading={reading} who={boardText.who} isPart>
        {(value) => (
          <Show when={milestone()} fallback={<Notice tone="attention" title={text.gone} />}>
            {(found) => (
              <Show
                when={whyNoPromise(value().mandate) === undefined}
                fallback={
                  <Notice tone="asking" title={whyNoPromise(value().mandate) || mandateInWords(value().mandate)} />
                }
              >
                <MilestoneForm
                  mandateId={params.mandateId}
                  milestone={found()}
                  startsOn={value().mandate.startsOn}
                  backHref={mandateHref()}
                />
              </Show>
            )}
          </Show>
        )}
      </Shown>
    </Page>
  );
}

type Milestone = NonNullable<
  ReturnType<ReturnType<typeof createMandate>["reading"]["value"]>
>["mandate"]["milestones"][number];

function MilestoneForm(props: {
  readonly mandateId: string;
  readonly milestone: Milestone;
  /** First day of the mandate (ISO date). */
  readonly startsOn: string;
  readonly backHref: string;
}) {
  const { id: milestoneId, reachedOn: saidOn, note: said } = props.milestone;
  const isCorrection = saidOn !== undefined;
  const today = dayOf(new Date());
  const form = createForm({
    draftKey: `belofte:${props.mandateId}:${milestoneId}:${isCorrection ? "aanpassen" : "melden"}`,
    initial: { reachedOn: (saidOn ?? today).split("-").reverse().join("-"), note: said ?? "" },
    check: ({ reachedOn, note }) => {
      const found = gatherErrors();
      found.date("reachedOn", reachedOn);
      if (dateOf(reachedOn) > today) found.add("reachedOn", text.future);
      else if (dateOf(reachedOn) !== "" && dateOf(reachedOn) < props.startsOn)
        found.add("reachedOn", text.beforeStart(formatDate(props.startsOn)));
      found.text("note", note, limits.note, text.noteEmpty);
      return found.errors;
    },
    send: ({ reachedOn, note }, key) => {
      const param = { mandateId: props.mandateId, milestoneId };
      const json = { reachedOn: dateOf(reachedOn), note: note.trim() };
      const route = api.mandates[":mandateId"].milestones[":milestoneId"];
      return isCorrection
        ? send(route.completion.$put({ param, json }))
        : send(route.completions.$post({ param, header: { "idempotency-key": key }, json }));
    },
  });
  const [isDone, setDone] = createSignal(false);
  const page = () => (
    <>
      <p>
        <strong>{props.milestone.title}</strong> {proposals.plan.reachedOn(formatDate(dateOf(form.values.reachedOn)))}
      </p>
      <p class="lines">{form.values.note.trim()}</p>
    </>
  );
  return (
    <Show
      when={!isDone()}
      fallback={
        <Notice tone="good" title={isCorrection ? text.editDone : text.done} takesFocus>
          <Show when={!isCorrection}>
            <p>{text.doneText}</p>
          </Show>
          <ButtonLink href={props.backHref}>{expense.one.back}</ButtonLink>
        </Notice>
      }
    >
      <Form
        form={form}
        action={isCorrection ? text.editAction : text.action}
        preview={{ to: text.previewTo, body: page }}
        onSent={() => setDone(true)}
      >
        <DateField {...form.bind("reachedOn")} label={text.date} />
        <TextArea {...form.bind("note")} label={text.note} hint={text.noteHint} max={limits.note} />
      </Form>
    </Show>
  );
}
