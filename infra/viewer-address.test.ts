import { expect, test } from "vitest";
import { onlyTheViewersAddress } from "./viewer-address.ts";

/** What the edge makes of a request's headers. */
function atTheEdge(headers: Record<string, { value: string }>): Record<string, { value: string }> {
  const event = { viewer: { ip: "203.0.113.7" }, request: { headers } };
  new Function("event", onlyTheViewersAddress)(event);
  return event.request.headers;
}

test("the viewer's address is passed on", () => {
  expect(atTheEdge({ host: { value: "hevel.voorbeeldstad.example" } })).toEqual({
    host: { value: "hevel.voorbeeldstad.example" },
    "x-forwarded-for": { value: "203.0.113.7" },
  });
});

test("an address the viewer made up is not", () => {
  expect(atTheEdge({ "x-forwarded-for": { value: "127.0.0.1, 10.0.0.1" } })).toEqual({
    "x-forwarded-for": { value: "203.0.113.7" },
  });
});
