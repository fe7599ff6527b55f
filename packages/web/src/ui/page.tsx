import { useLocation } from "@solidjs/router";
import { createEffect, type JSX, on, onCleanup, onMount, Show } from "solid-js";
import { useArrival } from "../site/arrival.ts";
import { goToPart } from "../site/named-part.ts";
import { announce } from "./announcer.ts";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
import { createPageTitle } from "./page-title.ts";
import { Paragraph } from "./paragraph.tsx";

/**
 * A page: sets the title of the tab, and when a person navigates here puts focus on the h1 and says its name.
 * `heading` replaces the h1 text where the page shows it larger or different; a page of steps passes `bare`.
 */
export function Page(props: {
  /** Short name of the page: in the tab, in the announcement and, unless `heading` is given, in the h1. */
  readonly title: string;
  readonly heading?: string | undefined;
  readonly lead?: JSX.Element;
  /** One or two words above the title: the kind of page, the district. */
  readonly eyebrow?: JSX.Element;
  /** Under the lead: status, one button. */
  readonly acts?: JSX.Element;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** No head: the first child brings its own h1 with `tabindex="-1"`. */
  readonly bare?: boolean | undefined;
  /** Full width sections (`band`); the page then places its own `container`s. */
  readonly wide?: boolean | undefined;
  readonly children: JSX.Element;
}) {
  let element: HTMLElement | undefined;
  const arrival = useArrival();
  // The router's: while a page is being opened the browser still has the address of the page before.
  const location = useLocation();
  const named = () => location.hash.slice(1);
  if (props.bare !== true) createPageTitle(() => props.title);
  onMount(() => {
    // Asked before anything else: each page counts, also one that opens at a part of it.
    const isNavigation = arrival.isNavigation();
    // The part that the address names was not there when the browser looked for it.
    if (goToPart(named(), element)) return;
    if (!isNavigation) return;
    if (element !== undefined) focusHeading(element);
    announce(props.title);
  });
  // A link on this page to a part of it.
  createEffect(on(named, (part) => void goToPart(part, element), { defer: true }));
  return (
    <article class="page" ref={(article) => (element = article)}>
      <div class="container">
        <Show when={props.crumbs}>{(crumbs) => <Breadcrumbs crumbs={crumbs()} here={props.title} />}</Show>
        <Show when={props.bare !== true}>
          <header class="page__head">
            <Show when={props.eyebrow}>
              <p class="page__eyebrow">{props.eyebrow}</p>
            </Show>
            <h1 class="nl-heading nl-heading--level-1" tabindex="-1">
              {props.heading ?? props.title}
            </h1>
            <Show when={props.lead}>
              <Paragraph look="lead">{props.lead}</Paragraph>
            </Show>
            <Show when={props.acts}>
              <div class="cluster page__acts">{props.acts}</div>
            </Show>
          </header>
        </Show>
        <Show when={props.wide !== true}>
          <div classList={{ page__body: props.bare !== true }}>{props.children}</div>
        </Show>
      </div>
      <Show when={props.wide === true}>{props.children}</Show>
    </article>
  );
}

/** How long a page may take to bring its heading, or to replace it, and still put focus there. */
const settlingMs = 3_000;

/**
 * Puts focus on the heading of a page that somebody navigated to. Where the heading comes with what the page reads, or is
 * replaced while it does, focus follows it; not any more once a person pressed something.
 */
function focusHeading(page: HTMLElement): void {
  const focus = () => page.querySelector("h1")?.focus({ preventScroll: true });
  const observer = new MutationObserver(() => {
    if (document.activeElement === null || document.activeElement === document.body) focus();
  });
  const stop = () => {
    observer.disconnect();
    removeEventListener("keydown", stop);
    removeEventListener("pointerdown", stop);
  };
  focus();
  // Of the whole document: a page that waits for what it reads is put in place later, all at once.
  observer.observe(document.body, { childList: true, subtree: true });
  addEventListener("keydown", stop);
  addEventListener("pointerdown", stop);
  const timer = setTimeout(stop, settlingMs);
  onCleanup(() => {
    clearTimeout(timer);
    stop();
  });
}
