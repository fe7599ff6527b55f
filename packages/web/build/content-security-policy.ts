/** The policy the site is served under, locally and in production. Nothing inline, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The policy with the file store in it: bytes go to it, and a receipt is shown from it. */
export function withFileStore(origin: string): string {
  return contentSecurityPolicy
    .replace("connect-src 'self'", `connect-src 'self' ${origin}`)
    .replace("img-src 'self'", `img-src 'self' ${origin}`)
    .concat(`; frame-src 'self' ${origin}`);
}
