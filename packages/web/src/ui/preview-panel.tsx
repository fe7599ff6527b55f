import { createUniqueId, type JSX, onMount } from "solid-js";
import { ui } from "../words/nl.ts";

/** What an act will publish or post. */
export interface Preview {
  /** Who will read it, and where: "Iedereen leest dit op de pagina van het voorstel." */
  readonly to: string;
  /** What its button says where another form of the page has a preview as well: "Bekijk het besluit eerst". */
  readonly show?: string | undefined;
  /** A letter goes to people; what is published stands on the site. */
  readonly kind?: "page" | "letter";
  /** As it will look. Drawn anew each time it is shown. */
  readonly body: () => JSX.Element;
}

/**
 * What will be published or posted, as it will look, and to whom: before the press that does it. Takes focus where it comes
 * in the place of what was filled in.
 */
export function PreviewPanel(props: Preview & { readonly takesFocus?: boolean }) {
  let heading: HTMLHeadingElement | undefined;
  const id = createUniqueId();
  onMount(() => props.takesFocus && heading?.focus());
  return (
    <section class="preview stack stack--close" aria-labelledby={id}>
      <div class="stack stack--tight">
        <h2 class="nl-heading nl-heading--level-3" id={id} tabindex="-1" ref={(element) => (heading = element)}>
          {props.kind === "letter" ? ui.preview.letter : ui.preview.title}
        </h2>
        <p>{props.to}</p>
      </div>
      <div class="preview__paper stack stack--close">{props.body()}</div>
    </section>
  );
}
