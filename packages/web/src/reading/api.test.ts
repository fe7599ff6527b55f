import type { ClientResponse } from "hono/client";
import { describe, expect, test } from "vitest";
import { answer, Refused, send } from "./api.ts";

/** As it comes from `fetch`, which is what the typed client answers. */
const said = (body: string | null, status: number) =>
  Promise.resolve(new Response(body, { status }) as unknown as ClientResponse<unknown, number, string>);
const problem = { type: "about:blank", status: 409, title: "", detail: "", code: "stale", requestId: "r" };

describe("an answer of the API", () => {
  test.each([200, 201, 202, 204])("with status %i may say no more than that it is done", async (status) => {
    expect(await answer(said(null, status))).toBeUndefined();
    expect(await send(said(null, status))).toEqual({ ok: true });
  });

  test.each([200, 201, 202])("with status %i may have something to say", async (status) => {
    expect(await answer(said('{"id":"x"}', status))).toEqual({ id: "x" });
  });

  test("that says no is a refusal, with its reason or without", async () => {
    await expect(answer(said(JSON.stringify(problem), 409))).rejects.toMatchObject({ problem });
    await expect(answer(said(null, 502))).rejects.toThrow(Refused);
    expect(await send(said("<html>", 502))).toMatchObject({ ok: false });
  });
});
