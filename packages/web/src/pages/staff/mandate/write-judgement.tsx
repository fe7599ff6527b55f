import { OfficerWords } from "../../../blocks/evaluation-list.tsx";
import { gatherErrors } from "../../../forms/field-errors.ts";
import { createForm } from "../../../forms/form.ts";
import { limits } from "../../../forms/limits.ts";
import { api, send } from "../../../reading/api.ts";
import { Form } from "../../../ui/form.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { staffMandate } from "../../../words/nl.ts";
import type { Done } from "../proposal/done.ts";
import type { MandateCase } from "./case.ts";

const text = staffMandate.write;

/** What is sent and shown of what was typed. */
const voiceOf = ({ judgement, advice }: { readonly judgement: string; readonly advice: string }) => ({
  judgement: judgement.trim(),
  advice: advice.trim(),
});

/** The officer's own voice; kept until it is published and to be changed until then. */
export function WriteJudgement(props: { readonly about: MandateCase; readonly onDone: (done: Done) => void }) {
  const { id } = props.about.mandate;
  const written = () => props.about.evaluations?.officer?.content;
  const form = createForm({
    draftKey: `oordeel:${id}`,
    initial: { judgement: written()?.judgement ?? "", advice: written()?.advice ?? "" },
    check: ({ judgement, advice }) => {
      const found = gatherErrors();
      found.text("judgement", judgement, limits.text, text.judgementEmpty);
      found.text("advice", advice, limits.text, text.adviceEmpty);
      return found.errors;
    },
    send: (values) =>
      send(api.mandates[":mandateId"].evaluations.officer.$put({ param: { mandateId: id }, json: voiceOf(values) })),
  });
  return (
    <div class="act stack">
      <Heading level={2} looks={3}>
        {written() === undefined ? text.title : text.again}
      </Heading>
      <Form
        form={form}
        action={text.button}
        preview={{ to: text.previewTo, body: () => <OfficerWords content={voiceOf(form.snapshot())} /> }}
        onSent={() => props.onDone({ title: text.done, next: text.doneNext })}
      >
        <TextArea {...form.bind("judgement")} label={text.judgement} hint={text.judgementHint} max={limits.text} />
        <TextArea {...form.bind("advice")} label={text.advice} hint={text.adviceHint} max={limits.text} />
      </Form>
    </div>
  );
}
