/** What Lambda makes of a request to a function's address (payload format 2.0). */
export async function eventOf(request: Request): Promise<Record<string, unknown>> {
  const url = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  const { cookie, ...others } = headers;
  const body = Buffer.from(await request.arrayBuffer());
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split("; ") }),
    headers: others,
    requestContext: {
      accountId: "anonymous",
      apiId: "url",
      domainName: url.host,
      domainPrefix: "url",
      http: {
        method: request.method,
        path: url.pathname,
        protocol: "HTTP/1.1",
        sourceIp: "203.0.113.7",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: crypto.randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: "21/Nov/2026:12:00:00 +0000",
      timeEpoch: 0,
    },
    ...(body.length > 0 && { body: body.toString("base64") }),
    isBase64Encoded: body.length > 0,
  };
}

/** What a function answers with. */
export type FunctionAnswer = {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
};

/** What Lambda makes of it for who asked. */
export function responseOf({ statusCode, headers = {}, cookies = [], body = "", isBase64Encoded }: FunctionAnswer) {
  const all = new Headers({ ...headers });
  for (const cookie of cookies) all.append("set-cookie", cookie);
  const bytes = Buffer.from(body, isBase64Encoded === true ? "base64" : "utf8");
  return new Response([204, 304].includes(statusCode) ? null : bytes, { status: statusCode, headers: all });
}
