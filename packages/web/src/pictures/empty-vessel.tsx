/** A vessel with only a drop on its way: for lists that are still empty. */
export function EmptyVessel(props: { class?: string }) {
  return (
    <svg class={props.class} viewBox="0 0 72 72" aria-hidden="true">
      <path
        d="M14 26v22a16 16 0 0 0 16 16h12a16 16 0 0 0 16-16V26"
        fill="var(--hevel-white)"
        stroke="var(--hevel-water-deep)"
        stroke-width="3"
        stroke-linecap="round"
      />
      <path d="M36 8c5 6.5 7.5 10.3 7.5 13.600a7.5 7.5 0 0 1-15 0C28.5 18.3 31 14.5 36 8z" fill="var(--hevel-flow)" />
      <path
        d="M22 56h28"
        stroke="var(--hevel-line-strong)"
        stroke-width="2"
        stroke-dasharray="3 5"
        stroke-linecap="round"
      />
    </svg>
  );
}
