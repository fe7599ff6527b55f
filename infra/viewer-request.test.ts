import { describe, expect, test } from "vitest";
import { noPageForAFile, onlyTheViewersAddress, onlyToTheApi } from "./viewer-request.ts";

type Values = Record<string, { value: string }>;

/** What the edge makes of a request. */
function atTheEdge(
  code: string,
  { uri = "/", headers = {}, cookies = {} as Values }: { uri?: string; headers?: Values; cookies?: Values },
) {
  const event = { viewer: { ip: "203.0.113.7" }, request: { uri, headers, cookies } };
  new Function("event", code)(event);
  return event.request;
}

describe("the viewer's address", () => {
  test("is passed on", () => {
    const headers = { host: { value: "hevel.voorbeeldstad.example" } };
    expect(atTheEdge(onlyTheViewersAddress, { headers }).headers).toEqual({
      host: { value: "hevel.voorbeeldstad.example" },
      "x-forwarded-for": { value: "203.0.113.7" },
    });
  });

  test("is not what the viewer made up", () => {
    const headers = { "x-forwarded-for": { value: "127.0.0.1, 10.0.0.1" } };
    expect(atTheEdge(onlyTheViewersAddress, { headers }).headers).toEqual({
      "x-forwarded-for": { value: "203.0.113.7" },
    });
  });
});

describe("who somebody is", () => {
  const told = (uri: string) => {
    const headers = { authorization: { value: "Basic eA==" }, accept: { value: "*/*" } };
    return atTheEdge(onlyToTheApi, { uri, headers, cookies: { "__Host-hevel": { value: "secret" } } });
  };

  test.each(["/v1", "/v1/session", "/v1/staff-sign-in/callback"])("goes to the API: %s", (uri) => {
    const { headers, cookies } = told(uri);
    expect([Object.keys(headers), Object.keys(cookies)]).toEqual([["authorization", "accept"], ["__Host-hevel"]]);
  });

  test.each(["/", "/geld", "/assets/main-AAAAAAAA.js", "/v11", "/v1.js", "//v1/", "/V1/session"])(
    "goes nowhere else: %s",
    (uri) => {
      const { headers, cookies } = told(uri);
      expect([Object.keys(headers), Object.keys(cookies)]).toEqual([["accept"], []]);
    },
  );
});

describe("a file that is not there", () => {
  const answer = (uri: string) => {
    const event = { request: { uri } };
    return new Function("event", `${noPageForAFile(["/index.html", "/favicon.svg"])}\nreturn "goes on";`)(event);
  };

  test.each(["/favicon.ico", "/old.js", "/wp-login/x.json", "/voorstellen/foto.png"])("is told: %s", (uri) => {
    expect(answer(uri)).toMatchObject({ statusCode: 404, body: "Not found\n" });
  });

  test.each([
    "/favicon.svg",
    "/index.html",
    "/assets/main-AAAAAAAA.js",
    "/v1/openapi.json",
    "/",
    "/geld",
    "/wijken/de-zuidlanden-2.0",
    "/zoeken/st.-jan",
  ])("is not this one: %s", (uri) => {
    expect(answer(uri)).toBe("goes on");
  });
});
