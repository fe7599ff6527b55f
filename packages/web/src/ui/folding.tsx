import { createSignal, type JSX, onMount } from "solid-js";

/** Something to open at will on a phone, where it would stand in the way; on a desk it stands open and has no handle. */
export function Folding(props: {
  readonly title: string;
  /** Open on a phone too when the page opens: what is in it is in use. */
  readonly isOpen?: boolean | undefined;
  readonly children: JSX.Element;
}) {
  const [isOpen, setOpen] = createSignal(true);
  onMount(() => setOpen(props.isOpen === true || !matchMedia("(max-width: 44rem)").matches));
  return (
    <details class="folding" open={isOpen()}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}
