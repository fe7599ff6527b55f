/**
 * Endings of an address by which a browser asks for a file and never for a page. Such a file that is not there is told so (404),
 * at the edge and on one machine alike: a script that gets a page instead fails where nobody looks for it.
 */
export const fileEndings = [
  "css",
  "html",
  "ico",
  "jpg",
  "js",
  "json",
  "map",
  "png",
  "svg",
  "txt",
  "webmanifest",
  "webp",
  "woff2",
  "xml",
] as const;

export const isFileAddress = (path: string): boolean =>
  path.startsWith("/assets/") || fileEndings.some((ending) => path.endsWith(`.${ending}`));
