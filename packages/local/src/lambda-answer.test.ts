import { expect, test } from "vitest";
import { asFromLambda, lambdaAnswerBytesMax } from "./lambda-answer.ts";

const of = (bytes: number, type: string) =>
  asFromLambda(
    new Response(new Uint8Array(bytes).fill(97), { status: 201, headers: { "content-type": type, etag: '"a"' } }),
  );

test("an answer of six megabytes goes through as it is, one byte more does not", async () => {
  const largest = await of(lambdaAnswerBytesMax, "application/problem+json");
  expect([largest.status, largest.headers.get("etag")]).toEqual([201, '"a"']);
  expect((await largest.arrayBuffer()).byteLength).toBe(lambdaAnswerBytesMax);
  expect((await of(lambdaAnswerBytesMax + 1, "text/csv; charset=utf-8")).status).toBe(502);
});

test("what is no text counts as base64", async () => {
  expect((await of((lambdaAnswerBytesMax / 4) * 3, "image/webp")).status).toBe(201);
  expect((await of((lambdaAnswerBytesMax / 4) * 3 + 1, "image/webp")).status).toBe(502);
});

test("a character that JSON writes as two counts as two", async () => {
  const quotes = (count: number) =>
    asFromLambda(new Response('"'.repeat(count), { headers: { "content-type": "text/csv" } }));
  expect((await quotes(lambdaAnswerBytesMax / 2)).status).toBe(200);
  expect((await quotes(lambdaAnswerBytesMax / 2 + 1)).status).toBe(502);
});

test("an answer without content stays without", async () => {
  const known = await asFromLambda(new Response(null, { status: 304 }));
  expect([known.status, known.body]).toEqual([304, null]);
});
