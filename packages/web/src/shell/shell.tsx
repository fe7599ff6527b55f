import { useIsRouting } from "@solidjs/router";
import { createEffect, createSignal, ErrorBoundary, type JSX, onCleanup, Show, Suspense } from "solid-js";
import { NotSetUpPage } from "../pages/not-set-up.tsx";
import { ArrivalContext, makeArrival } from "../site/arrival.ts";
import { useSite } from "../site/site.ts";
import { announce, announcement } from "../ui/announcer.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Loading } from "../ui/loading.tsx";
import { createOffline, OfflineNotice } from "../ui/offline-notice.tsx";
import { shell } from "../words/nl.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

/** What stands around every page: header, the page, footer, and what a screen reader is told. */
export function Shell(props: { readonly children?: JSX.Element }) {
  const site = useSite();
  const isOffline = createOffline();
  const isSlow = createSlowRouting();
  return (
    <ArrivalContext.Provider value={makeArrival()}>
      <div class="shell">
        {/* biome-ignore lint/a11y/useValidAnchor: it is a link within the page; the click only keeps the address as it is */}
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud" onClick={skip}>
          {shell.skip}
        </a>
        <OfflineNotice isOffline={isOffline()} />
        <SiteHeader site={site()} />
        <Show when={isSlow()}>
          <div class="shell__progress" aria-hidden="true" />
        </Show>
        <main class="shell__main" id="inhoud" tabindex="-1">
          <ErrorBoundary
            fallback={(_, reset) => (
              <div class="page container">
                <ErrorState onRetry={reset} />
              </div>
            )}
          >
            <Suspense
              fallback={
                <div class="page container">
                  <Loading />
                </div>
              }
            >
              <Show when={site().isSetUp} fallback={<NotSetUpPage />}>
                {props.children}
              </Show>
            </Suspense>
          </ErrorBoundary>
        </main>
        <SiteFooter />
        <div class="visually-hidden" role="status">
          {announcement()}
        </div>
      </div>
    </ArrivalContext.Provider>
  );
}

/** A fragment link would change the address and the router's place; moving focus is all that is asked. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  const content = document.getElementById("inhoud");
  content?.focus();
  content?.scrollIntoView();
}

const slowMs = 300;

/** True once a navigation takes longer than people call immediate; said aloud once. */
function createSlowRouting(): () => boolean {
  const isRouting = useIsRouting();
  const [isSlow, setSlow] = createSignal(false);
  createEffect(() => {
    if (!isRouting()) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => {
      setSlow(true);
      announce(shell.loadingPage);
    }, slowMs);
    onCleanup(() => clearTimeout(timer));
  });
  return isSlow;
}
