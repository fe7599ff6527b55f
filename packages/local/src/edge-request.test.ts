import { expect, test } from "vitest";
import { asThroughEdge, edgeRequestBytesMax } from "./edge-request.ts";

const post = (size: number) =>
  asThroughEdge(
    new Request("http://localhost/v1/x", { method: "POST", body: "a".repeat(size), headers: { "x-a": "1" } }),
  );

test("a request of one megabyte goes through as it is, one byte more does not", async () => {
  const largest = await post(edgeRequestBytesMax);
  if (largest instanceof Response) throw new Error("it goes through");
  expect([largest.method, largest.headers.get("x-a"), (await largest.text()).length]).toEqual([
    "POST",
    "1",
    edgeRequestBytesMax,
  ]);
  const refused = await post(edgeRequestBytesMax + 1);
  expect(refused instanceof Response ? refused.status : undefined).toBe(413);
});

test("a request without a body stays itself", async () => {
  const request = new Request("http://localhost/v1/x");
  expect(await asThroughEdge(request)).toBe(request);
});
