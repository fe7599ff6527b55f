import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { withFileStore } from "../../web/build/content-security-policy.ts";
import { asThroughEdge } from "./edge-request.ts";
import { asFromLambda } from "./lambda-answer.ts";
import { LOOPBACK } from "./ports.ts";
import { serveSite } from "./site/serve-site.ts";
import { portBusySentence, StartError } from "./start-error.ts";

/** What answers under /v1: a Hono app, or anything that answers a request of the web's own kind. */
export type Api = { fetch(request: Request): Response | Promise<Response> };

/** The running front door. */
export type Gateway = {
  /** Where people go: `http://localhost:PORT`. */
  readonly origin: string;
  stop(): Promise<void>;
};

/**
 * One origin for site and API, as CloudFront is in production: /v1 goes to the API with the caller's address added to `x-forwarded-for`;
 * everything else is the built site, with production's headers. `uploads` is the origin of the file store, to which the site
 * sends files (infra/web.ts adds the bucket in the same way).
 *
 * @throws StartError when the port is busy.
 */
export async function startGateway(options: {
  port: number;
  api: Api;
  siteDir: string;
  uploads: string;
}): Promise<Gateway> {
  const { api, siteDir, uploads } = options;
  const site = serveSite(siteDir, siteHeaders(uploads));
  const answer = async (request: Request) => {
    const asked = await asThroughEdge(request);
    return asked instanceof Response ? asked : asFromLambda(await api.fetch(asked));
  };
  const answerApi = getRequestListener(answer, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    if (!isApi(request.url)) return site(request, response);
    believeOnlyOurselves(request);
    return void answerApi(request, response);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" ? new StartError(portBusySentence("the site", options.port, "--port")) : error,
      ),
    );
    server.listen(options.port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The headers CloudFront adds to the site (infra/web.ts), but for HSTS, which has no meaning without TLS. */
function siteHeaders(uploads: string): OutgoingHttpHeaders {
  return {
    "content-security-policy": withFileStore(uploads),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
}

function isApi(url = "/"): boolean {
  return url === "/v1" || url.startsWith("/v1/") || url.startsWith("/v1?");
}

/** The API believes these two headers, because in production only its own front door can set them. */
function believeOnlyOurselves(request: IncomingMessage): void {
  const caller = request.socket.remoteAddress ?? LOOPBACK;
  const earlier = request.headers["x-forwarded-for"];
  const chain = earlier === undefined ? caller : `${String(earlier)}, ${caller}`;
  const host = request.headers.host ?? "";
  replaceHeader(request, "x-forwarded-for", chain);
  replaceHeader(request, "x-forwarded-host", host);
}

/** Both views of the headers, because the adapter builds the request from the raw one. */
function replaceHeader(request: IncomingMessage, name: string, value: string): void {
  request.headers[name] = value;
  const raw: string[] = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [key = "", old = ""] = request.rawHeaders.slice(index, index + 2);
    if (key.toLowerCase() !== name) raw.push(key, old);
  }
  request.rawHeaders = [...raw, name, value];
}
