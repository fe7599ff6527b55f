import { createSignal, Show } from "solid-js";
import { receiptUrl, shownReceiptUrl } from "../forms/upload.ts";
import { expense as text } from "../words/nl.ts";

const of = text.one.receipt;

/**
 * A receipt beside what was typed about it: a photo as a picture, a PDF in the browser's own viewer. Both can be opened
 * large in a window of their own, or kept under a name that says what it is.
 */
export function Receipt(props: { readonly fileId: string }) {
  const [isPicture, setPicture] = createSignal(true);
  return (
    <figure class="receipt stack stack--close">
      <Show
        when={isPicture()}
        fallback={<iframe class="receipt__page" src={shownReceiptUrl(props.fileId)} title={of.title} />}
      >
        <a class="receipt__enlarge" href={shownReceiptUrl(props.fileId)} target="_blank" rel="noopener external">
          <img
            class="receipt__photo"
            src={shownReceiptUrl(props.fileId)}
            alt={of.alt}
            onError={() => setPicture(false)}
          />
        </a>
      </Show>
      <figcaption class="cluster">
        <a class="nl-link" href={shownReceiptUrl(props.fileId)} target="_blank" rel="noopener external">
          {of.enlarge}
        </a>
        <a class="nl-link" href={receiptUrl(props.fileId)} rel="external">
          {of.keep}
        </a>
      </figcaption>
    </figure>
  );
}
