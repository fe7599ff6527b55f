import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";

/** The shapes that stand beside a word, so that colour is never the only sign. */
export type ShapeName =
  | "ring"
  | "half"
  | "dot"
  | "check"
  | "cross"
  | "triangle"
  | "square"
  | "clock"
  | "info"
  | "camera"
  | "drop"
  | "star"
  | "file";

const drawings: Record<ShapeName, () => JSX.Element> = {
  ring: () => <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2.5" />,
  half: () => (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2.5" />
      <path d="M2 8a6 6 0 0 0 12 0z" fill="currentColor" />
    </>
  ),
  dot: () => <circle cx="8" cy="8" r="7" fill="currentColor" />,
  check: () => (
    <path
      d="M2 8.6 6.2 13 14 3.6"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  cross: () => <path d="m3 3 10 10M13 3 3 13" stroke="currentColor" stroke-width="3" stroke-linecap="round" />,
  triangle: () => (
    <path
      fill="currentColor"
      fill-rule="evenodd"
      d="M8 .8c.5 0 .9.3 1.2.7l6.5 11.6c.5 1-.1 2.1-1.2 2.1h-13C.4 15.2-.2 14.1.3 13.100L6.8 1.500C7.1 1.1 7.5.8 8 .800ZM7 5.500v4.500h2V5.500ZM7 11.300v2h2v-2Z"
    />
  ),
  square: () => <rect x="2" y="2" width="12" height="12" rx="1.5" fill="currentColor" />,
  clock: () => (
    <g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4.300V8l2.5 1.8" />
    </g>
  ),
  info: () => (
    <path
      fill="currentColor"
      fill-rule="evenodd"
      d="M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM7 6.800v5h2v-5Zm0-3.300v2h2v-2Z"
    />
  ),
  drop: () => (
    <path
      fill="currentColor"
      d="M8 1c3 3.900 4.700 6.400 4.700 8.700a4.700 4.700 0 0 1-9.400 0C3.300 7.400 5 4.900 8 1z"
    />
  ),
  star: () => (
    <path
      fill="currentColor"
      d="m8 1 2.100 4.600 5 .6-3.700 3.400 1 4.900L8 12.100 3.600 14.500l1-4.900L.9 6.200l5-.6z"
    />
  ),
  camera: () => (
    <g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round">
      <path d="M1.5 4.500h3l1-2h5l1 2h3v9h-13z" />
      <circle cx="8" cy="8.5" r="2.6" />
    </g>
  ),
  file: () => (
    <path
      d="M3.5 1.500h6l3.5 3.500v9.500h-9.500zM9 1.500V5.500h4"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linejoin="round"
    />
  ),
};

/** A small drawing for the eye only; the word beside it says the same. */
export function Shape(props: { name: ShapeName; class?: string }) {
  return (
    <svg class={props.class} viewBox="0 0 16 16" aria-hidden="true">
      <Dynamic component={drawings[props.name]} />
    </svg>
  );
}
