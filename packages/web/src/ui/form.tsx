import { createEffect, createSignal, type JSX, on, onCleanup, Show } from "solid-js";
import type { DraftState, Failure, FieldError } from "../forms/form.ts";
import { ui } from "../words/nl.ts";
import { Autosave } from "./autosave.tsx";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FieldScope } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { type Preview, PreviewPanel } from "./preview-panel.tsx";

/** The part of a form model that the frame needs; any `createForm` fits. */
export interface FormFrame {
  readonly errors: () => readonly FieldError[];
  readonly attempts: () => number;
  readonly failure: () => Failure | undefined;
  readonly isSending: () => boolean;
  readonly draft: () => DraftState;
  readonly recheck: () => void;
  readonly submit: () => Promise<boolean>;
  /** Checks everything and sends nothing; a form with a preview needs it. */
  readonly check?: () => boolean;
}

// Long enough for a press on a button to land before an error disappears and moves it.
const recheckDelayMs = 250;

/** A form: errors above it and at each field, what was typed is kept, and the button always works. */
export function Form(props: {
  readonly form: FormFrame;
  /** What the button does: "Stuur voorstel in". */
  readonly action: string;
  /** The fields; an act that asks nothing has none. */
  readonly children?: JSX.Element;
  /** After it was sent: usually a navigation to the page that says what happens next. */
  readonly onSent: () => void;
  /** Beside the button: a way back, a second act. */
  readonly beside?: JSX.Element;
  /** Beside other forms on the page that have a field of the same name: what keeps them apart, in letters and digits. */
  readonly scope?: string | undefined;
  /** Leave out "Vul alle velden in", for a form of one field. */
  readonly short?: boolean | undefined;
  /** Secondary for a form beside the one act that a page is for. */
  readonly look?: "primary" | "secondary" | undefined;
  /** What will be published or posted, as it will look: the first press shows it, the second sends it. */
  readonly preview?: Preview | undefined;
  /** For an error about a field on another screen of a longer form. */
  readonly onElsewhere?: ((field: string) => void) | undefined;
  /** What a field on another screen is about, for the summary of errors. */
  readonly nameOf?: ((field: string) => string | undefined) | undefined;
}) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const left = () => {
    clearTimeout(timer);
    timer = setTimeout(props.form.recheck, recheckDelayMs);
  };
  const [isShown, setShown] = createSignal(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (props.preview !== undefined && !isShown()) {
      setShown(props.form.check?.() ?? true);
      return;
    }
    if (await props.form.submit()) {
      setShown(false);
      props.onSent();
    } else if (props.form.errors().length > 0) setShown(false);
  };
  const action = () =>
    props.preview === undefined || isShown() ? props.action : (props.preview.show ?? ui.preview.show);
  markTitle(() => props.form.attempts() > 0 && props.form.errors().length > 0);
  return (
    <FieldScope.Provider value={props.scope ?? ""}>
      <div class="stack">
        <ErrorSummary
          errors={props.form.errors()}
          attempts={props.form.attempts()}
          onElsewhere={props.onElsewhere}
          nameOf={props.nameOf}
        />
        <Show when={props.form.failure()}>
          {(failure) => (
            <Notice tone="attention" title={ui.form.notSent} spoken>
              <p>{failure().message ?? ui.form.notSentText}</p>
            </Notice>
          )}
        </Show>
        <form class="form" novalidate onSubmit={submit} onFocusOut={left}>
          <Show
            when={isShown() && props.preview}
            fallback={
              <>
                <Show when={props.short !== true}>
                  <p class="form__rule">{ui.form.rule}</p>
                </Show>
                {props.children}
              </>
            }
          >
            {(preview) => <PreviewPanel {...preview()} takesFocus />}
          </Show>
          <div class="form__acts">
            <Button type="submit" look={props.look ?? "primary"} busy={props.form.isSending()}>
              {props.form.isSending() ? ui.form.sending : action()}
            </Button>
            <Show when={isShown()} fallback={props.beside}>
              {/* An act that asks nothing has nothing to change. */}
              <Button onPress={() => setShown(false)}>
                {"children" in props ? ui.preview.change : ui.preview.back}
              </Button>
            </Show>
            {/* Never beside a refusal: "bewaard" next to "klopt niet" reads as if it was accepted. */}
            <Show when={props.form.errors().length === 0 && props.form.failure() === undefined}>
              <Autosave draft={props.form.draft()} />
            </Show>
          </div>
        </form>
      </div>
    </FieldScope.Provider>
  );
}

/** The title of the tab says that something is wrong, for who comes back to it. */
function markTitle(hasErrors: () => boolean): void {
  createEffect(
    on(hasErrors, (has) => {
      const bare = document.title.replace(ui.form.errorPrefix, "");
      document.title = has ? ui.form.errorPrefix + bare : bare;
    }),
  );
}
