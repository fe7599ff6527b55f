/** What Lambda hands over at most as the answer of a function: 6 MB with its headers, and 4 bytes for 3 when it is no text. */
export const lambdaAnswerBytesMax = 6 * 1024 * 1024;

/** The adapter sends these as they are and everything else in base64 (hono/aws-lambda). */
const isText = (type: string | null) => /^(text\/|application\/([\w.-]+\+)?(json|xml|javascript))/i.test(type ?? "");

/** Text travels within JSON, in which a quote and a line break take two bytes. */
const asJsonText = (body: ArrayBuffer) => Buffer.byteLength(JSON.stringify(Buffer.from(body).toString("utf8"))) - 2;

/**
 * An answer as Lambda would let it through: one that is too large becomes the 502 that the front door makes of it, so that
 * it is found here and not in production.
 */
export async function asFromLambda(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const body = await response.arrayBuffer();
  const bytes = isText(response.headers.get("content-type")) ? asJsonText(body) : Math.ceil(body.byteLength / 3) * 4;
  const { status, statusText, headers } = response;
  if (bytes <= lambdaAnswerBytesMax) return new Response(body, { status, statusText, headers });
  return new Response(`The answer is ${bytes} bytes; a function may answer ${lambdaAnswerBytesMax}.\n`, {
    status: 502,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
