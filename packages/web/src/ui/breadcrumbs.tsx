import { A } from "@solidjs/router";
import { For } from "solid-js";
import { paths } from "../site/paths.ts";
import { shell } from "../words/nl.ts";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way from the start to this page. "Start" is added; the page itself is last and no link. */
export function Breadcrumbs(props: { readonly crumbs: readonly Crumb[]; readonly here: string }) {
  return (
    <nav class="breadcrumbs" aria-label={shell.breadcrumbs}>
      <ol class="breadcrumbs__list">
        <For each={[{ label: shell.home, href: paths.home() }, ...props.crumbs]}>
          {(crumb) => (
            <li>
              <A href={crumb.href} class="nl-link" activeClass="" inactiveClass="">
                {crumb.label}
              </A>
            </li>
          )}
        </For>
        <li>
          <span class="breadcrumbs__here" aria-current="page">
            {props.here}
          </span>
        </li>
      </ol>
    </nav>
  );
}
