import { For } from "solid-js";
import { partsOf } from "./web-addresses.ts";

/** What people wrote, with the web addresses in it as links. The municipality vouches for none of them, and says so to robots. */
export function Linked(props: { readonly text: string }) {
  return (
    <For each={partsOf(props.text)}>
      {(part) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a class="nl-link" href={part.href} rel="nofollow ugc noopener">
            {part.text}
          </a>
        )
      }
    </For>
  );
}
