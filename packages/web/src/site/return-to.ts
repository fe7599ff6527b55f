import { paths } from "./paths.ts";

/** Where to go after signing in. Only an address of this site: one slash, never two, never a scheme. */
export function returnPath(asked: string | undefined): string | undefined {
  return asked !== undefined && asked.length <= 200 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked)
    ? asked
    : undefined;
}

/** The address where somebody of staff who is signed in does so once more and comes back to `from`. */
export function signInAgainAndReturn(from: string): string {
  const path = signInAndReturn(from);
  return `${path}${path.includes("?") ? "&" : "?"}opnieuw=ja`;
}

/** The address of sign-in that comes back to `from` with everything typed still there. */
export function signInAndReturn(from: string): string {
  const path = returnPath(from);
  return path === undefined || path.startsWith(paths.signIn())
    ? paths.signIn()
    : `${paths.signIn()}?terug=${encodeURIComponent(path)}`;
}
