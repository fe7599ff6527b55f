import { type JSX, Match, Switch } from "solid-js";
import { isMissing, type Reading, Shown } from "../reading/resource.tsx";
import { Page } from "../ui/page.tsx";

/**
 * A page that is one answer of the API: its value brings the `Page` with title and h1. While it loads there is no page
 * yet, only its outline; when it fails the page has the `name` of its kind ("Voorstel") and says so.
 */
export function PageOf<T>(props: {
  readonly reading: Reading<T>;
  readonly name: string;
  readonly children: (value: () => T) => JSX.Element;
}) {
  const shown = () => <Shown reading={props.reading}>{props.children}</Shown>;
  return (
    <Switch fallback={<div class="page container">{shown()}</div>}>
      <Match when={props.reading.value() !== undefined || isMissing(props.reading)}>{shown()}</Match>
      <Match when={props.reading.error() !== undefined}>
        <Page title={props.name} crumbs={[]}>
          {shown()}
        </Page>
      </Match>
    </Switch>
  );
}
