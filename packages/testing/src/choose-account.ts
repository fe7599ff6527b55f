/** The cookies that an answer gives, as a browser sends them back. */
export const cookiesOf = (response: Response): string[] =>
  response.headers.getSetCookie().map((line) => line.replace(/;.*/, ""));

/**
 * Chooses an account at the local identity provider, as a browser with its own cookies, and gives the path of `origin` that it sends
 * the browser back to.
 */
export async function chooseAccount(authorization: string, account: string, origin: string): Promise<string> {
  const kept = new Map<string, string>();
  let [url, init]: [string, RequestInit] = [authorization, {}];
  for (;;) {
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { cookie } });
    for (const line of cookiesOf(response))
      kept.set(line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1));
    const location = response.headers.get("location");
    init = location === null ? { method: "POST", body: new URLSearchParams({ account }) } : {};
    if (location !== null) url = new URL(location, url).href;
    if (url.startsWith(origin)) return url.slice(origin.length);
  }
}
