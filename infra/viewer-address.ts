/**
 * Runs at the edge for every request, before anything else (CloudFront Functions, JavaScript 2.0, `event` in scope): the one
 * address in `x-forwarded-for` is the viewer's own. Whatever the viewer wrote there is thrown away, because the address of a
 * Lambda function passes on only the first of several, and that is the one a viewer can make up; limits per address are
 * counted on it.
 */
export const onlyTheViewersAddress = `event.request.headers["x-forwarded-for"] = { value: event.viewer.ip };`;
