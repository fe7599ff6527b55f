import { createSignal } from "solid-js";

const [announcement, setAnnouncement] = createSignal("");

/** What a screen reader is told now; the shell renders it in its live region. */
export { announcement };

/** Says a sentence to a screen reader without moving focus. Browser only: call it from an event or an effect. */
export function announce(sentence: string): void {
  // A region that keeps its text is not read again; the no-break space makes a repeated sentence new.
  setAnnouncement((before) => (before === sentence ? `${sentence}\u00a0` : sentence));
}
