import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { LOOPBACK } from "../../packages/local/src/ports.ts";
import type { Statement } from "../deployed.ts";
import { allows } from "./iam.ts";
import { type Arns, type Asked, needsOf } from "./needs.ts";

/** Where AWS really is: the engine, the file store and the mailbox. */
export type Behind = { readonly table: string; readonly files: string; readonly mail: string };

/** AWS as one function may see it. */
export type Guard = {
  /** What the function is told as the endpoint of all three. */
  readonly endpoint: string;
  /** What was refused, as `action resource`. */
  readonly refused: readonly string[];
  /** Every action that was allowed at least once. */
  readonly used: ReadonlySet<string>;
  stop(): Promise<void>;
};

/** Stands in front of the engine, the file store and the mailbox, and lets through what a policy allows. */
export async function startGuard(statements: readonly Statement[], arns: Arns, behind: Behind): Promise<Guard> {
  const refused: string[] = [];
  const used = new Set<string>();
  const server = createServer((request, response) => {
    judge(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
  });
  async function judge(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "GET", url = "/", headers } = request;
    const asked: Asked = { method, url, headers, body: Buffer.concat(chunks) };
    for (const need of needsOf(asked, arns)) {
      if (allows(statements, need)) {
        used.add(need.action);
        continue;
      }
      refused.push(`${need.action} ${need.resource}`);
      return refuse(asked, response, need.action);
    }
    passOn(asked, response, placeOf(asked, behind));
  }
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const address = server.address();
  return {
    endpoint: `http://${LOOPBACK}:${typeof address === "object" ? address?.port : 0}`,
    refused,
    used,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function placeOf({ headers }: Asked, { table, files, mail }: Behind): string {
  if (headers["x-amz-target"] !== undefined) return table;
  return String(headers["content-type"]).startsWith("application/x-www-form-urlencoded") ? mail : files;
}

/** As it came, its `host` too: a signature may cover that. */
function passOn({ method, url, headers, body }: Asked, response: ServerResponse, place: string): void {
  const { hostname, port } = new URL(place);
  const passed = send(
    { hostname, port, method, path: url, headers: { ...headers } as Record<string, string> },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  passed.on("error", () => response.writeHead(502).end());
  passed.end(body);
}

/** In the words of each service. */
function refuse({ headers }: Asked, response: ServerResponse, action: string): void {
  const message = `User is not authorized to perform: ${action}`;
  if (headers["x-amz-target"] !== undefined) {
    const body = { __type: "com.amazon.coral.service#AccessDeniedException", Message: message };
    response.writeHead(400, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
  } else if (action.startsWith("ses:")) {
    const error = `<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${message}</Message></Error>`;
    response.writeHead(403, { "content-type": "text/xml" }).end(`<ErrorResponse>${error}</ErrorResponse>`);
  } else {
    const error = `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`;
    response.writeHead(403, { "content-type": "application/xml" }).end(error);
  }
}
