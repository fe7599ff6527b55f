import { useSearchParams } from "@solidjs/router";
import { For, type JSX, Match, onMount, Show, Switch } from "solid-js";
import { ui } from "../words/nl.ts";
import { DataList } from "./data-list.tsx";
import { fieldId } from "./field.tsx";
import { Form, type FormFrame } from "./form.tsx";
import { Heading } from "./heading.tsx";
import { Paragraph } from "./paragraph.tsx";
import { type Preview, PreviewPanel } from "./preview-panel.tsx";
import { StepFrame } from "./step-frame.tsx";

/** One screen of a longer form. */
export interface Step {
  /** The subject, as a question: "Hoeveel geld is nodig?" */
  readonly title: string;
  /** Fields of this screen, by the names they have in the form; `lines` stands for all of its rows. */
  readonly fields: readonly string[];
  readonly body: () => JSX.Element;
  /** What the overview says of this screen. */
  readonly answers: () => readonly { readonly term: string; readonly value: JSX.Element }[];
}

/** The part of a form model that steps need; any `createForm` fits. */
export interface SteppedForm extends FormFrame {
  readonly part: (fields: readonly string[]) => FormFrame;
  /** Whether something still has to be filled in or mended in these fields. */
  readonly isOpen: (fields: readonly string[]) => boolean;
}

/**
 * A form of several screens with an overview at the end. The screen stands in the address (`?stap=3`), so that the back
 * button of the browser, a reload and a return from sign-in come back to it. Sits in a `Page` that is `bare`.
 */
export function Steps(props: {
  readonly form: SteppedForm;
  readonly steps: readonly Step[];
  readonly overview: { readonly title: string; readonly text: string; readonly action: string };
  /** What will be published, as it will look: at the end of the overview, above the button that sends it. */
  readonly preview?: Preview | undefined;
  readonly onSent: () => void;
  /** Above the form on every screen: a conflict, a question that was asked. */
  readonly above?: JSX.Element;
  /** Opens where one stopped: the first screen that asks for something. For what was begun before. */
  readonly resumes?: boolean | undefined;
  /** Beside the button, on every screen. */
  readonly beside?: JSX.Element;
}) {
  const [query, setQuery] = useSearchParams();
  const total = () => props.steps.length + 1;
  const step = () => {
    const asked = Number(query["stap"] ?? 1);
    return Number.isInteger(asked) && asked >= 1 && asked <= total() ? asked : 1;
  };
  const go = (to: number) => setQuery({ stap: String(to) }, { scroll: false });
  if (props.resumes === true && query["stap"] === undefined) {
    const open = props.steps.findIndex(({ fields }) => props.form.isOpen(fields));
    const found = String((open < 0 ? props.steps.length : open) + 1);
    const put = () => setQuery({ stap: found }, { replace: true, scroll: false });
    // In the address from the start: who comes back from signing in comes back to this screen, not to the next. The first screen
    // is there already: the page takes focus before its address says so.
    if (open === 0) onMount(() => setTimeout(() => query["stap"] === undefined && put()));
    else put();
  }
  const current = () => props.steps[step() - 1];
  const stepOf = (field: string) =>
    props.steps.findIndex(({ fields }) => fields.some((each) => field === each || field.startsWith(`${each}.`)));
  const nameOf = (field: string) => props.steps[stepOf(field)]?.title;
  const elsewhere = (field: string) => {
    const index = stepOf(field);
    if (index < 0) return;
    go(index + 1);
    // The screen takes focus itself first; after that the field is there.
    setTimeout(() => document.getElementById(fieldId(field))?.focus());
  };
  return (
    <StepFrame
      step={step()}
      total={total()}
      title={current()?.title ?? props.overview.title}
      onBack={step() > 1 ? () => go(step() - 1) : undefined}
    >
      {props.above}
      <Switch>
        <For each={props.steps}>
          {(each, index) => (
            <Match when={step() === index() + 1}>
              <Form
                form={props.form.part(each.fields)}
                action={ui.step.next}
                onSent={() => go(index() + 2)}
                beside={props.beside}
                onElsewhere={elsewhere}
                nameOf={nameOf}
              >
                {each.body()}
              </Form>
            </Match>
          )}
        </For>
        <Match when={step() === total()}>
          <Form
            form={props.form}
            action={props.overview.action}
            onSent={props.onSent}
            beside={props.beside}
            onElsewhere={elsewhere}
            nameOf={nameOf}
            short
          >
            <Paragraph>{props.overview.text}</Paragraph>
            <Overview steps={props.steps} onChange={go} />
            <Show when={props.preview}>{(preview) => <PreviewPanel {...preview()} />}</Show>
          </Form>
        </Match>
      </Switch>
    </StepFrame>
  );
}

function Overview(props: { readonly steps: readonly Step[]; readonly onChange: (step: number) => void }) {
  return (
    <For each={props.steps}>
      {(step, index) => (
        <Show when={step.answers().length > 0}>
          <section class="stack stack--tight">
            <div class="row-form__head">
              <Heading level={2} looks={3}>
                {step.title}
              </Heading>
              <button type="button" class="link-button nl-link" onClick={() => props.onChange(index() + 1)}>
                {ui.step.change} <span class="visually-hidden">{step.title}</span>
              </button>
            </div>
            <DataList rows={step.answers()} />
          </section>
        </Show>
      )}
    </For>
  );
}
