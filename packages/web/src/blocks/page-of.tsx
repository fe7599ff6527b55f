import { type JSX, Show } from "solid-js";
import { Refused } from "../api.ts";
import { type Reading, Shown } from "../resource.tsx";

/**
 * A page that is one answer of the API: its value brings the `Page` with title and h1; while it loads or fails there is
 * no page yet, so the outline and the error get the width of one.
 */
export function PageOf<T>(props: { readonly reading: Reading<T>; readonly children: (value: () => T) => JSX.Element }) {
  const isMissing = () => {
    const error = props.reading.error();
    return error instanceof Refused && error.problem.status === 404;
  };
  const hasPage = () => props.reading.value() !== undefined || isMissing();
  return (
    <Show
      when={hasPage()}
      fallback={
        <div class="page container">
          <Shown reading={props.reading}>{props.children}</Shown>
        </div>
      }
    >
      <Shown reading={props.reading}>{props.children}</Shown>
    </Show>
  );
}
