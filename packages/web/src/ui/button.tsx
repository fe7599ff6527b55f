import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { Shape, type ShapeName } from "./shape.tsx";

type Look = "primary" | "secondary" | "subtle";

interface Common {
  /** What happens when it is pressed: "Stuur voorstel in". */
  readonly children: JSX.Element;
  readonly look?: Look | undefined;
  /** As wide as its container; on a phone, in a narrow panel. */
  readonly wide?: boolean | undefined;
  readonly icon?: ShapeName | undefined;
  readonly class?: string | undefined;
}

const classOf = (props: Common) =>
  ["nl-button", looks[props.look ?? "secondary"], props.wide === true ? "nl-button--wide" : "", props.class ?? ""]
    .filter(Boolean)
    .join(" ");

// Written out, because the style sheet keeps only the design system classes it finds in the source.
const looks: Record<Look, string> = {
  primary: "nl-button--primary",
  secondary: "nl-button--secondary",
  subtle: "nl-button--subtle",
};

/** A button that does something here. It is never disabled: pressing it says what is missing. */
export function Button(
  props: Common & {
    readonly type?: "button" | "submit" | undefined;
    readonly busy?: boolean | undefined;
    readonly expanded?: boolean | undefined;
    readonly onPress?: ((event: MouseEvent) => void) | undefined;
  },
) {
  return (
    <button
      type={props.type ?? "button"}
      class={classOf(props)}
      aria-busy={props.busy === true ? "true" : undefined}
      aria-expanded={props.expanded}
      onClick={(event) => props.onPress?.(event)}
    >
      <Content icon={props.icon}>{props.children}</Content>
    </button>
  );
}

/** A link that looks like a button: the one next step of a page. */
export function ButtonLink(props: Common & { readonly href: string }) {
  return (
    <A href={props.href} class={classOf(props)} activeClass="" inactiveClass="">
      <Content icon={props.icon}>{props.children}</Content>
    </A>
  );
}

function Content(props: { icon: ShapeName | undefined; children: JSX.Element }) {
  return (
    <Show when={props.icon} fallback={props.children}>
      {(icon) => (
        <>
          <Shape name={icon()} class="nl-button__icon" />
          <span>{props.children}</span>
        </>
      )}
    </Show>
  );
}
