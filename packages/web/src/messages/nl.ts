/**
 * The Dutch catalogue: the only place with sentences a resident, an enterprise or the council reads.
 * One file per page or area; the bundler puts each with the page that uses it.
 */
export { home } from "./nl/home.ts";
export { howItWorks } from "./nl/how-it-works.ts";
export { notFound } from "./nl/not-found.ts";
export { refusals } from "./nl/refusals.ts";
export { shell } from "./nl/shell.ts";
export { styleGuide } from "./nl/style-guide.ts";
export { ui } from "./nl/ui.ts";
export { words } from "./nl/words.ts";
