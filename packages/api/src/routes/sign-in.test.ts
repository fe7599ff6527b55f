import { type Letter, type LetterPayload, SessionView, SignInRequested } from "@hevel/core";
import { createTestApi, type TestApi } from "@hevel/testing/api";
import { describe, expect, test } from "vitest";
import { Problem } from "../problem.ts";

const email = "a@example.org";

/** Asks for a letter as a browser, and reads letter and cookie. */
async function asked({ send, deps }: TestApi, options: Parameters<TestApi["send"]>[2] = {}) {
  const response = await send("POST", "/v1/sign-in-requests", { body: { email }, ...options });
  expect(response.status).toBe(202);
  const { signInId } = SignInRequested.parse(await response.json());
  const letters = (await deps.store.listAll("letters-waiting", {})) as readonly Letter[];
  const { code, path } = (letters.at(-1)?.payload ?? {}) as LetterPayload<"sign-in">;
  const cookie = cookiesOf(response)[0] ?? "";
  return { signInId, code, secret: path.split(".").at(-1) ?? "", cookie };
}

const cookiesOf = (response: Response) => response.headers.getSetCookie().map((line) => line.replace(/;.*/, ""));

describe("signing in by letter", () => {
  test("by the link in the browser that asked: a session of twelve hours, out of reach of scripts and other sites", async () => {
    const api = await createTestApi();
    const { signInId, secret, cookie } = await asked(api, { body: { email, returnTo: "/mijn" } });
    const response = await api.send("POST", "/v1/sessions", { body: { signInId, secret }, as: cookie });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      session: { kind: "resident", email, boards: [] },
      returnTo: "/mijn",
    });
    const lines = response.headers.getSetCookie();
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).toMatch(/; Path=\//);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).not.toMatch(/Domain/);
    }
    const session = await api.send("GET", "/v1/session", { as: cookiesOf(response).at(-1) ?? "" });
    expect(SessionView.parse(await session.json())).toMatchObject({
      kind: "resident",
      expiresAt: "2026-11-22T00:00:00.000Z",
    });
  });

  test("by the link in another browser needs the code; the code works there", async () => {
    const api = await createTestApi();
    const { signInId, secret, code } = await asked(api);
    const refused = await api.send("POST", "/v1/sessions", { body: { signInId, secret } });
    expect(refused.status).toBe(400);
    expect(Problem.parse(await refused.json())).toMatchObject({ code: "code-wrong", details: { why: "browser" } });
    expect((await api.send("POST", "/v1/sessions", { body: { signInId, code } })).status).toBe(201);
  });

  test("of several letters asked in one browser, each link works in it", async () => {
    const api = await createTestApi();
    const first = await asked(api);
    const second = await asked(api, { as: first.cookie });
    expect(second.cookie).toBe(first.cookie);
    const { signInId, secret } = first;
    expect((await api.send("POST", "/v1/sessions", { body: { signInId, secret }, as: second.cookie })).status).toBe(
      201,
    );
  });

  test("on https every cookie is Secure and of this host only", async () => {
    const api = await createTestApi({ portal: { originOf: () => "https://hevel.example" } });
    const response = await api.app.request("https://hevel.example/v1/sign-in-requests", {
      method: "POST",
      headers: { origin: "https://hevel.example", "content-type": "application/json" },
      body: JSON.stringify({ email }),
    });
    const [line = ""] = response.headers.getSetCookie();
    expect(line).toMatch(/^__Host-hevel-sign-in=[A-Za-z0-9_-]{43}; .*Secure/);
  });

  test("the fourth letter in fifteen minutes is refused, for an address that is known and one that is not alike", async () => {
    const api = await createTestApi();
    await api.signInAs({ email });
    const answers: string[][] = [];
    for (const to of [email, "unknown@example.org"]) {
      const statuses: string[] = [];
      for (let times = 0; times < 4; times++) {
        const response = await api.send("POST", "/v1/sign-in-requests", { body: { email: to } });
        statuses.push(`${response.status} ${(await response.text()).length}`);
      }
      answers.push(statuses);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.at(-1)).toMatch(/^429/);
  });

  test("input that is not right is refused with every field", async () => {
    const { send } = await createTestApi();
    const body = { email: "no address", returnTo: "//evil.example", admin: true };
    const response = await send("POST", "/v1/sign-in-requests", { body });
    expect(response.status).toBe(400);
    expect(
      Problem.parse(await response.json())
        .errors?.map(({ path }) => path)
        .sort(),
    ).toEqual(["admin", "email", "returnTo"]);
  });
});

describe("a session", () => {
  const kindOf = async ({ send }: TestApi, as: string) =>
    SessionView.parse(await (await send("GET", "/v1/session", { as })).json()).kind;

  test("that was there before signing in is dead after it", async () => {
    const api = await createTestApi();
    const { cookie: before } = await api.signInAs({ email: "b@example.org" });
    const { signInId, code } = await asked(api);
    const response = await api.send("POST", "/v1/sessions", { body: { signInId, code }, as: before });
    expect(await kindOf(api, cookiesOf(response).at(-1) ?? "")).toBe("resident");
    expect(await kindOf(api, before)).toBe("visitor");
  });

  test("is dead after signing out, whatever the browser keeps; signing out twice is fine", async () => {
    const api = await createTestApi();
    const { cookie } = await api.signInAs({ email });
    expect(await kindOf(api, cookie)).toBe("resident");
    for (let times = 0; times < 2; times++)
      expect((await api.send("DELETE", "/v1/session", { as: cookie })).status).toBe(204);
    expect(await kindOf(api, cookie)).toBe("visitor");
  });

  test("is over by the clock, although the table still has it", async () => {
    const api = await createTestApi();
    const { signInId, code } = await asked(api);
    const response = await api.send("POST", "/v1/sessions", { body: { signInId, code } });
    const cookie = cookiesOf(response).at(-1) ?? "";
    api.clock.set("2026-11-21T23:59:59.999Z");
    expect(await kindOf(api, cookie)).toBe("resident");
    api.clock.set("2026-11-22T00:00:00.000Z");
    expect(await kindOf(api, cookie)).toBe("visitor");
  });

  test("of somebody of city hall who came by e-mail is that of a resident", async () => {
    const api = await createTestApi();
    const { personId } = await api.signInAs({ email, roles: ["council"] });
    const { deps } = api;
    await deps.store.commit([{ put: "login", record: { hash: deps.digest.keyed(`address:${email}`), personId } }]);
    const { signInId, code } = await asked(api);
    const response = await api.send("POST", "/v1/sessions", { body: { signInId, code } });
    expect(await kindOf(api, cookiesOf(response).at(-1) ?? "")).toBe("resident");
  });

  test.each(["", "x", "x".repeat(43), `${"x".repeat(43)}; hevel=y`, "x#y".repeat(15), "%00".repeat(15)])(
    "with the cookie '%s' is nobody's",
    async (value) => {
      const api = await createTestApi();
      expect(await kindOf(api, `hevel=${value}`)).toBe("visitor");
    },
  );
});

test("too many letters are refused with the time it is possible again, for people and for programs", async () => {
  const api = await createTestApi();
  api.clock.set("2026-11-21T12:03:20.000Z");
  for (let times = 0; times < 3; times++) await asked(api);
  const response = await api.send("POST", "/v1/sign-in-requests", { body: { email } });
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toBe("1000");
  const { code, details } = Problem.parse(await response.json());
  expect({ code, retryAt: details?.["retryAt"] }).toEqual({
    code: "limit-reached",
    retryAt: "2026-11-21T12:20:00.000Z",
  });
});

test("a sign-in leaves in the browser that it is known: strangers in the same network do not stop it", async () => {
  const api = await createTestApi();
  const { signInId, code, cookie } = await asked(api);
  const response = await api.send("POST", "/v1/sessions", { body: { signInId, code }, as: cookie });
  const known = cookiesOf(response).find((line) => line.startsWith("hevel-known=")) ?? "";
  const ask = async (as?: string) => {
    const body = { email: email.toUpperCase() };
    return (await api.send("POST", "/v1/sign-in-requests", { body, ...(as === undefined ? {} : { as }) })).status;
  };
  expect([await ask(), await ask(), await ask()]).toEqual([202, 202, 429]);
  expect(await ask(known)).toBe(202);
});
