import { Match, Switch } from "solid-js";
import { formatHour } from "../dates.ts";
import type { DraftState } from "../form.ts";
import { ui } from "../messages/nl.ts";
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
