/** What the edge hands on of a request, because it signs the body (CloudFront quotas, Lambda@Edge at an origin request). */
export const edgeRequestBytesMax = 1024 * 1024;

/** A request as the edge would hand it on; one that is too large becomes the refusal that the edge itself gives. */
export async function asThroughEdge(request: Request): Promise<Request | Response> {
  if (request.body === null) return request;
  const body = await request.arrayBuffer();
  if (body.byteLength > edgeRequestBytesMax)
    return Response.json({ error: "Request body exceeds the 1 MB that the edge signs." }, { status: 413 });
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body });
}
