import { type JSX, Suspense } from "solid-js";
import { type Reading, Shown } from "../reading/resource.tsx";
import { Loading } from "../ui/loading.tsx";

/** A part of a page that loads by itself: the rest of the page is there at once, and an error here leaves it standing. */
export function Part<T>(props: {
  readonly reading: Reading<T>;
  readonly shape?: "page" | "cards" | "table" | undefined;
  readonly children: (value: () => T) => JSX.Element;
}) {
  return (
    <Suspense fallback={<Loading shape={props.shape} />}>
      <Shown reading={props.reading} shape={props.shape} isPart>
        {props.children}
      </Shown>
    </Suspense>
  );
}
