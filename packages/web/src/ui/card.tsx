import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";

/** Something to open: the whole card is the link, its name is the title. Without an address it only shows how it will look. */
export function Card(props: {
  readonly title: string;
  readonly href?: string | undefined;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly photo?: { readonly src: string; readonly copies?: string; readonly alt: string } | undefined;
  /** In the place of a photo, where there is none. */
  readonly picture?: JSX.Element;
  /** Above the title: a status badge, the district. */
  readonly above?: JSX.Element;
  readonly children?: JSX.Element;
  /** At the bottom of the card, level with its neighbours: a vessel, a deadline. */
  readonly foot?: JSX.Element;
}) {
  return (
    <div class="card">
      <Show when={props.photo} fallback={props.picture}>
        {(photo) => (
          <img
            class="card__photo"
            src={photo().src}
            srcset={photo().copies}
            sizes="(min-width: 48em) 24rem, 100vw"
            alt={photo().alt}
            loading="lazy"
            width="640"
            height="360"
          />
        )}
      </Show>
      <div class="card__body">
        <Show when={props.above}>
          <div class="cluster cluster--close">{props.above}</div>
        </Show>
        <Dynamic component={`h${props.level ?? 3}`} class="card__title">
          <Show when={props.href} fallback={props.title}>
            {(href) => (
              <A href={href()} activeClass="" inactiveClass="">
                {props.title}
              </A>
            )}
          </Show>
        </Dynamic>
        {props.children}
        <Show when={props.foot}>
          <div class="card__foot">{props.foot}</div>
        </Show>
      </div>
    </div>
  );
}
