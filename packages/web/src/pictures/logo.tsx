/** The mark: an h that is a siphon. Water rises in the long leg, goes over the bend and drops out of the short one. */
export function Logo(props: { class?: string }) {
  return (
    <svg class={props.class} viewBox="7 2 30 43" aria-hidden="true">
      <path d="M12 39V7" fill="none" stroke="var(--hevel-white)" stroke-width="8" stroke-linecap="round" />
      <path
        d="M12 25.500c0-6.5 4.2-10 9.7-10s9.8 3.7 9.8 10V29"
        fill="none"
        stroke="var(--hevel-white)"
        stroke-width="8"
        stroke-linecap="round"
      />
      <path d="M31.5 35c2.7 3.1 3.8 4.5 3.8 5.900a3.8 3 0 0 1-7.6 0c0-1.4 1.1-2.8 3.8-5.900z" fill="var(--hevel-sun)" />
    </svg>
  );
}
