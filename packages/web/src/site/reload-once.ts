/** Where the moment of the last such reload is kept, for as long as the tab lives. */
const key = "hevel-herladen";

/** As much of a window as this takes. */
type Page = Pick<Window, "addEventListener" | "sessionStorage"> & { readonly location: Pick<Location, "reload"> };

/**
 * A tab that was open during a deploy may ask for a part of the site that is not there any more (Vite tells of it with
 * `vite:preloadError`). The page is then loaded anew, once: when the part is still not there, or nothing can be remembered in
 * this tab, the error goes on to whoever shows it. `withinMs`: how long after a reload another one would be in vain.
 */
export function reloadOnce(page: Page, withinMs = 60_000): void {
  page.addEventListener("vite:preloadError", (event) => {
    try {
      const last = Number(page.sessionStorage.getItem(key) ?? "0");
      if (Date.now() - last < withinMs) return;
      page.sessionStorage.setItem(key, String(Date.now()));
    } catch {
      return;
    }
    event.preventDefault();
    page.location.reload();
  });
}
