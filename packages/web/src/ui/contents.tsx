import { For } from "solid-js";
import { goToPart } from "../site/named-part.ts";
import { ui } from "../words/nl.ts";

/** A part of a long page: the id of its section or heading, and what it is called. */
export interface PagePart {
  readonly id: string;
  readonly label: string;
}

/** What a long page holds, in its order; each goes there. Beside the page it stays in view while one reads. */
export function Contents(props: { readonly parts: readonly PagePart[] }) {
  // The router changes the address; focus has to be where the eye goes. After its own scrolling, which comes a moment later.
  const go = (id: string) => setTimeout(() => goToPart(id), 0);
  return (
    <nav class="contents no-print" aria-labelledby="inhoudsopgave">
      <p class="contents__title" id="inhoudsopgave">
        {ui.contents}
      </p>
      <ul class="contents__list">
        <For each={props.parts}>
          {(part) => (
            <li>
              <a class="nl-link contents__link" href={`#${part.id}`} onClick={() => go(part.id)}>
                {part.label}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
