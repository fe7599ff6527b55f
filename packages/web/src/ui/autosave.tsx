import { Match, Switch } from "solid-js";
import type { DraftState } from "../forms/form.ts";
import { formatHour } from "../words/dates.ts";
import { ui } from "../words/nl.ts";
import { Shape } from "./shape.tsx";

/** Says quietly that what was typed is kept, and since when. */
export function Autosave(props: { readonly draft: DraftState }) {
  const savedAt = () => (props.draft.kind === "saved" ? props.draft.at : undefined);
  return (
    <span class="autosave" role="status">
      <Switch>
        <Match when={savedAt()}>
          {(at) => (
            <>
              <Shape name="check" class="autosave__shape" />
              {ui.autosave.saved(formatHour(at()))}
            </>
          )}
        </Match>
        <Match when={props.draft.kind === "restored"}>
          <Shape name="info" class="autosave__shape" />
          {ui.autosave.restored}
        </Match>
        <Match when={props.draft.kind === "failed"}>
          <Shape name="triangle" class="autosave__shape" />
          {ui.autosave.failed}
        </Match>
      </Switch>
    </span>
  );
}
