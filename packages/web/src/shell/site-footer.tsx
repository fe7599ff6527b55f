import { A } from "@solidjs/router";
import { For } from "solid-js";
import { paths } from "../site/paths.ts";
import { shell } from "../words/nl.ts";

const aboutSite = [
  { label: shell.footer.about, href: paths.about() },
  { label: shell.footer.takePart, href: paths.takePart() },
  { label: shell.footer.howItWorks, href: paths.howItWorks() },
  { label: shell.footer.accessibility, href: paths.accessibility() },
  { label: shell.footer.privacy, href: paths.privacy() },
  { label: shell.footer.openData, href: paths.openData() },
] as const;

/** The bottom of every page: the water the page stands on. */
export function SiteFooter() {
  return (
    <footer class="site-footer">
      <svg class="site-footer__surface" viewBox="0 0 1440 36" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 20C200 36 420 2 700 14s520 20 740 2v20H0z" fill="currentColor" />
      </svg>
      <div class="site-footer__body">
        <div class="container site-footer__columns">
          <div>
            <h2 class="site-footer__heading">{shell.footer.about}</h2>
            <p>{shell.footer.aboutText}</p>
          </div>
          <nav aria-label={shell.footer.siteHeading}>
            <h2 class="site-footer__heading">{shell.footer.siteHeading}</h2>
            <ul class="site-footer__list">
              <For each={aboutSite}>
                {(link) => (
                  <li>
                    <A href={link.href} activeClass="" inactiveClass="">
                      {link.label}
                    </A>
                  </li>
                )}
              </For>
            </ul>
          </nav>
          <div>
            <h2 class="site-footer__heading">{shell.footer.helpHeading}</h2>
            <p>{shell.footer.helpText}</p>
            <ul class="site-footer__list">
              <li>
                <A href={paths.contact()} activeClass="" inactiveClass="">
                  {shell.footer.contact}
                </A>
              </li>
            </ul>
          </div>
        </div>
      </div>
    </footer>
  );
}
