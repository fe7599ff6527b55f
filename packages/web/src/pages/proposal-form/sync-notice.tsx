import { Match, Switch } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Shape } from "../../ui/shape.tsx";
import { formatHour } from "../../words/dates.ts";
import { proposalForm } from "../../words/nl.ts";
import type { createDraftSync, SyncState } from "./draft-sync.ts";

const text = proposalForm.save;

/** Says quietly whether the draft is on the server. */
export function SyncLine(props: { readonly state: SyncState }) {
  const savedAt = () => (props.state.kind === "saved" ? props.state.at : undefined);
  return (
    <span class="autosave" role="status">
      <Switch>
        <Match when={props.state.kind === "saving"}>{text.saving}</Match>
        <Match when={savedAt()}>
          {(at) => (
            <>
              <Shape name="check" class="autosave__shape" />
              {text.saved(formatHour(at()))}
            </>
          )}
        </Match>
        <Match when={props.state.kind === "local"}>
          <Shape name="info" class="autosave__shape" />
          {text.local}
        </Match>
      </Switch>
    </span>
  );
}

/** Two people wrote at once: the person chooses, nothing is thrown away unasked. */
export function ConflictNotice(props: { readonly sync: ReturnType<typeof createDraftSync> }) {
  return (
    <Switch>
      <Match when={props.sync.state().kind === "conflict"}>
        <Notice tone="asking" title={text.conflictTitle} spoken>
          <p>{text.conflictText}</p>
          <div class="cluster">
            <Button onPress={() => void props.sync.keepMine()}>{text.keepMine}</Button>
            <Button onPress={() => void props.sync.takeTheirs()}>{text.takeTheirs}</Button>
          </div>
        </Notice>
      </Match>
    </Switch>
  );
}
