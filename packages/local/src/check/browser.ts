/** An answer, read whole. */
export type Page = { readonly url: string; readonly status: number; readonly headers: Headers; readonly body: string };

/**
 * As much of a browser as a sign-in and a form need: it keeps cookies per host, follows redirects, and says where a request comes
 * from. It runs no script.
 */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Goes to an address as somebody who clicks a link, or sends a form with `fields`. */
  async open(address: string, fields?: Readonly<Record<string, string>>): Promise<Page> {
    return this.#follow(address, fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) });
  }

  /** Sends a request as a script of the page at its own origin does; redirects are not followed. */
  async send(
    address: string,
    init: { method?: string; json?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Page> {
    const { method = init.json === undefined ? "GET" : "POST", json, headers = {} } = init;
    return this.#ask(address, {
      method,
      headers: {
        ...headers,
        accept: "application/json",
        origin: new URL(address).origin,
        "sec-fetch-site": "same-origin",
        ...(json !== undefined && { "content-type": "application/json" }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
  }

  async #follow(address: string, first: RequestInit): Promise<Page> {
    let url = address;
    let init = first;
    for (let hops = 0; hops < 20; hops++) {
      const page = await this.#ask(url, init);
      const location = page.headers.get("location");
      if (page.status < 300 || page.status > 399 || location === null) return page;
      url = new URL(location, url).href;
      init = {};
    }
    throw new Error(`${address} redirects without end.`);
  }

  async #ask(url: string, init: RequestInit): Promise<Page> {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line);
    return { url, status: response.status, headers: response.headers, body: await response.text() };
  }
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [, name = "", value = "", attributes = ""] = /^([^=;]+)=([^;]*)(.*)$/.exec(line) ?? [];
  const isGone =
    /;\s*max-age=0\b/i.test(attributes) || Date.parse(/;\s*expires=([^;]+)/i.exec(attributes)?.[1] ?? "") < Date.now();
  if (isGone || value === "") jar.delete(name);
  else jar.set(name, value);
}
