import { A, useLocation } from "@solidjs/router";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import { Logo } from "../pictures/logo.tsx";
import { paths } from "../site/paths.ts";
import type { Site } from "../site/site.ts";
import { shell } from "../words/nl.ts";

const places = [
  { label: shell.districts, href: paths.districts() },
  { label: shell.proposals, href: paths.proposals() },
  { label: shell.enterprises, href: paths.enterprises() },
  { label: shell.money, href: paths.money() },
  { label: shell.takePart, href: paths.takePart() },
] as const;

/** The top of every page: whose site it is and the ways in. On a phone the ways fold behind "Menu". */
export function SiteHeader(props: { readonly site: Site }) {
  const [isOpen, setOpen] = createSignal(false);
  let menu: HTMLButtonElement | undefined;
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen()) return;
    setOpen(false);
    menu?.focus();
  };
  const location = useLocation();
  createEffect(
    on(
      () => location.pathname,
      () => setOpen(false),
      { defer: true },
    ),
  );
  const account = () => {
    if (props.site.viewer === undefined) return { label: shell.signIn, href: paths.signIn() };
    return props.site.viewer.kind === "staff"
      ? { label: shell.staff, href: paths.staff() }
      : { label: shell.mine, href: paths.mine() };
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu from wherever focus is in it
    <header class="site-header" onKeyDown={closeByKey}>
      <div class="container site-header__bar">
        <A href={paths.home()} class="site-header__brand" activeClass="" inactiveClass="" end>
          <Logo class="site-header__mark" />
          <span class="site-header__names">
            <span class="site-header__name">{shell.siteName}</span>
            <Show when={props.site.municipality?.name}>
              {(name) => <span class="site-header__municipality">{shell.municipality(name())}</span>}
            </Show>
          </span>
          <span class="visually-hidden">{shell.toHome}</span>
        </A>
        <button
          type="button"
          class="site-header__menu"
          ref={(element) => (menu = element)}
          aria-expanded={isOpen()}
          aria-controls="hoofdmenu"
          onClick={() => setOpen(!isOpen())}
        >
          {shell.menu}
        </button>
        <nav
          id="hoofdmenu"
          class="site-nav"
          classList={{ "site-nav--open": isOpen() }}
          aria-label={shell.mainNavigation}
        >
          <ul class="site-nav__list">
            <For each={places}>{(place) => <Place {...place} />}</For>
            <li class="site-nav__item--account" classList={{ "site-nav__item--unknown": !props.site.isKnown }}>
              <A href={account().href} class="site-nav__link" activeClass="" inactiveClass="">
                <span class="site-nav__word">{account().label}</span>
              </A>
            </li>
            <Show when={props.site.viewer}>
              <li>
                <button type="button" class="site-nav__link site-nav__button" onClick={() => void props.site.signOut()}>
                  <span class="site-nav__word">{shell.signOut}</span>
                </button>
              </li>
            </Show>
          </ul>
        </nav>
      </div>
    </header>
  );
}

function Place(props: { readonly label: string; readonly href: string }) {
  return (
    <li>
      <A href={props.href} class="site-nav__link" activeClass="" inactiveClass="">
        <span class="site-nav__word">{props.label}</span>
      </A>
    </li>
  );
}
