import { fileEndings } from "../packages/web/build/file-endings.ts";

// What runs at the edge for every request, before anything else (CloudFront Functions, JavaScript 2.0, `event` in scope).

/**
 * The one address in `x-forwarded-for` is the viewer's own. Whatever the viewer wrote there is thrown away, because the address
 * of a Lambda function passes on only the first of several, and that is the one a viewer can make up; limits per address are
 * counted on it.
 */
export const onlyTheViewersAddress = `event.request.headers["x-forwarded-for"] = { value: event.viewer.ip };`;

/** Who somebody is concerns the API only: cookies and credentials go nowhere else. */
export const onlyToTheApi = `if (event.request.uri !== "/v1" && !event.request.uri.startsWith("/v1/")) {
  event.request.cookies = {};
  delete event.request.headers.authorization;
}`;

/**
 * A file that is not there is not answered with the page that stands for every other address. What is under `/assets/` S3 says
 * itself; `files` are the others that there are.
 */
export const noPageForAFile = (
  files: readonly string[],
) => `if (/\\.(${fileEndings.join("|")})$/.test(event.request.uri) && !/^\\/(v1|assets)\\//.test(event.request.uri) && !${JSON.stringify(files)}.includes(event.request.uri))
  return { statusCode: 404, statusDescription: "Not Found", headers: { "content-type": { value: "text/plain" } }, body: "Not found\\n" };`;
