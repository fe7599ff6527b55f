import { createEffect, createSignal, onCleanup, Show, untrack } from "solid-js";
import { shell } from "../words/nl.ts";
import { announce } from "./announcer.ts";

/** Whether this device has no connection, followed as it changes. */
export function createOffline(): () => boolean {
  const [isOffline, setOffline] = createSignal(false);
  createEffect(() => {
    const update = () => {
      if (untrack(isOffline) && navigator.onLine) announce(shell.onlineAgain);
      setOffline(!navigator.onLine);
    };
    update();
    addEventListener("online", update);
    addEventListener("offline", update);
    onCleanup(() => {
      removeEventListener("online", update);
      removeEventListener("offline", update);
    });
  });
  return isOffline;
}

/** A band over the whole site while there is no connection. */
export function OfflineNotice(props: { readonly isOffline: boolean }) {
  return (
    <div role="status">
      <Show when={props.isOffline}>
        <div class="offline">
          <div class="container">{shell.offline}</div>
        </div>
      </Show>
    </div>
  );
}
