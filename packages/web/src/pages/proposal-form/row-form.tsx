import { type JSX, Show } from "solid-js";
import { Button } from "../../ui/button.tsx";

/** One row of a list in a form: its fields under a name, with a way to take it away. */
export function RowForm(props: {
  readonly title: string;
  /** What the button that takes it away says: "Haal mijlpaal 2 weg". */
  readonly remove: string;
  readonly onRemove?: (() => void) | undefined;
  readonly children: JSX.Element;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset answers one question; this groups several
    <div class="row-form" role="group" aria-label={props.title}>
      <div class="row-form__head">
        <p class="row-form__title">{props.title}</p>
        <Show when={props.onRemove}>
          {(remove) => (
            <Button look="subtle" class="button--flush-end" onPress={() => remove()()}>
              {props.remove}
            </Button>
          )}
        </Show>
      </div>
      {props.children}
    </div>
  );
}
