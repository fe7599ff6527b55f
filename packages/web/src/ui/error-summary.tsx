import { createEffect, For, on, Show } from "solid-js";
import type { FieldError } from "../forms/form.ts";
import { ui } from "../words/nl.ts";
import { useFieldId } from "./field.tsx";

/** The question of a control that is on this screen, as its label says it. */
function questionOf(id: string): string | undefined {
  const label = document.getElementById(id)?.closest(".field")?.querySelector(".field__label, .field__legend");
  // Without "(niet verplicht)", which stands in an element of its own.
  return label?.firstChild?.textContent?.trim() || undefined;
}

/** The sentence about a field, with its question in front where the sentence does not name it: two fields can be too long. */
export function namedError(question: string | undefined, message: string): string {
  const bare = question?.replace(/[?:.]$/, "");
  if (bare === undefined || message.toLowerCase().includes(bare.toLowerCase())) return message;
  return `${bare}: ${message}`;
}

/** Every error of a form in one place, above it. Its title takes focus at each attempt; each line goes to its field. */
export function ErrorSummary(props: {
  readonly errors: readonly FieldError[];
  readonly attempts: number;
  /** For a field that is not on this screen: goes to the screen that has it. */
  readonly onElsewhere?: ((field: string) => void) | undefined;
  /** What a field on another screen is about. */
  readonly nameOf?: ((field: string) => string | undefined) | undefined;
}) {
  let title: HTMLHeadingElement | undefined;
  const idOf = useFieldId();
  createEffect(
    on(
      () => props.attempts,
      () => title?.focus(),
      { defer: true },
    ),
  );
  const go = (event: MouseEvent, field: string) => {
    const control = document.getElementById(idOf(field));
    if (control === null && props.onElsewhere === undefined) return;
    event.preventDefault();
    if (control === null) return props.onElsewhere?.(field);
    control.closest(".field")?.scrollIntoView({ block: "start" });
    control.focus({ preventScroll: true });
  };
  return (
    <Show when={props.errors.length > 0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this names a part of the page */}
      <div class="error-summary" role="group" aria-labelledby={idOf("fouten")}>
        <h2 class="error-summary__title" id={idOf("fouten")} tabindex="-1" ref={(element) => (title = element)}>
          {ui.errorSummary(props.errors.length)}
        </h2>
        <ul class="error-summary__list">
          <For each={props.errors}>
            {(error) => (
              <li>
                <a href={`#${idOf(error.field)}`} onClick={(event) => go(event, error.field)}>
                  {namedError(questionOf(idOf(error.field)) ?? props.nameOf?.(error.field), error.message)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
