import { type JSX, Show } from "solid-js";
import { NotFoundPage } from "../pages/not-found.tsx";
import { isMissing, type Reading } from "../reading/resource.tsx";

/** A page that stands while its answer is on its way, and makes room for the not-found page when there is nothing at this address. */
export function Existing(props: { readonly reading: Pick<Reading<unknown>, "error">; readonly children: JSX.Element }) {
  return (
    <Show when={!isMissing(props.reading)} fallback={<NotFoundPage isOfKind />}>
      {props.children}
    </Show>
  );
}
