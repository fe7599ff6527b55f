import { createSignal, type JSX, onCleanup, onMount } from "solid-js";
import { goToPart } from "../../site/named-part.ts";
import { staff } from "../../words/nl.ts";

const actId = "doen";

/**
 * A screen to decide on: the material, and the act beside it. On a phone the act stands under the material, so the way there
 * stays at the bottom of the screen until the act is in sight.
 */
export function Desk(props: {
  readonly material: JSX.Element;
  readonly act: JSX.Element;
  /** The act is a form with many fields: it gets half of a wide screen. */
  readonly isLargeAct?: boolean | undefined;
}) {
  let act: HTMLElement | undefined;
  const [isInSight, setInSight] = createSignal(false);
  onMount(() => {
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting === true));
    if (act !== undefined) observer.observe(act);
    onCleanup(() => observer.disconnect());
  });
  const jump = (event: MouseEvent) => {
    event.preventDefault();
    goToPart(actId);
  };
  return (
    <div class="desk" classList={{ "desk--large": props.isLargeAct === true }}>
      <p class="desk__jump no-print" hidden={isInSight()}>
        <a class="nl-button nl-button--primary nl-button--wide" href={`#${actId}`} onClick={jump}>
          {staff.toAct}
        </a>
      </p>
      <div class="desk__material">{props.material}</div>
      <section
        class="desk__act"
        id={actId}
        aria-label={staff.actTitle}
        tabindex="-1"
        ref={(section) => {
          act = section;
        }}
      >
        {props.act}
      </section>
    </div>
  );
}
