import { BoardView, EnterpriseCard, EnterpriseView } from "@hevel/core";
import { createTestApi } from "@hevel/testing/api";
import { boardOfTwo, registered, registration, verified } from "@hevel/testing/api-boards";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { Problem } from "../problem.ts";

const EnterprisePage = z.object({ items: z.array(EnterpriseCard), cursor: z.string().optional() });

describe("from registration to trust", () => {
  test("an enterprise registers, gets a treasurer and an account, is verified and may hold money", async () => {
    const api = await createTestApi();
    const { chair, treasurer, board } = await boardOfTwo(api);
    const account = { iban: "NL91 ABNA 0417 1643 00", holder: "De Buurtschuur", revision: board.revision };
    const set = await api.send("PUT", `/v1/enterprises/${board.id}/iban`, { as: treasurer, body: account });
    const proposed = BoardView.parse(await set.json());
    expect(proposed.obstacles).toEqual(["not-verified", "no-iban"]);
    const at = `/v1/enterprises/${board.id}/iban/confirmations`;
    const confirmed = await api.send("POST", at, { as: chair, body: { revision: proposed.revision } });
    const { revision, obstacles } = BoardView.parse(await confirmed.json());
    expect(obstacles).toEqual(["not-verified"]);
    const { cookie: officer } = await api.signInAs({ roles: ["officer"], name: "Noor" });
    const body = { outcome: "verify", revision };
    const verified = await api.send("POST", `/v1/enterprises/${board.id}/verifications`, { as: officer, body });
    expect(BoardView.parse(await verified.json())).toMatchObject({ status: "verified", obstacles: [] });
  });

  test("the public page holds no address, account, person or name that is not public", async () => {
    const api = await createTestApi();
    const { treasurer, board } = await boardOfTwo(api);
    const account = { iban: "NL91ABNA0417164300", holder: "De Buurtschuur", revision: board.revision };
    const set = await api.send("PUT", `/v1/enterprises/${board.id}/iban`, { as: treasurer, body: account });
    await verified(api, BoardView.parse(await set.json()));
    for (const path of [`/v1/enterprises/${board.id}`, "/v1/enterprises"]) {
      const text = await (await api.send("GET", path)).text();
      for (const secret of ["example.org", "ABNA", "per_", "mem_", "Thijs", "revision"])
        expect(text).not.toContain(secret);
    }
    const view = EnterpriseView.parse(await (await api.send("GET", `/v1/enterprises/${board.id}`)).json());
    expect(view.board).toEqual([{ role: "chair", name: "Femke Founder" }, { role: "treasurer" }]);
    expect(view).toMatchObject({
      promises: { kept: 0, due: 0 },
      scores: { evaluations: 0, residents: 0 },
      mandates: [],
    });
  });

  test("a change under an old revision is a conflict; unknown fields are refused", async () => {
    const api = await createTestApi();
    const { chair, board } = await boardOfTwo(api);
    const { profile } = registration(api);
    const edit = (body: object) => api.send("PUT", `/v1/enterprises/${board.id}/profile`, { as: chair, body });
    expect((await edit({ profile, revision: board.revision - 1 })).status).toBe(409);
    const more = await edit({ profile: { ...profile, status: "verified" }, revision: board.revision });
    expect(Problem.parse(await more.json()).errors).toEqual([{ path: "profile.status", code: "unknown-field" }]);
  });

  test("what was refused is gone for everybody but its board and city hall", async () => {
    const api = await createTestApi();
    const { cookie, board } = await registered(api);
    const { cookie: officer } = await api.signInAs({ roles: ["officer"] });
    const body = { outcome: "refuse", reason: "Wie zijn jullie?", revision: board.revision };
    await api.send("POST", `/v1/enterprises/${board.id}/verifications`, { as: officer, body });
    const path = `/v1/enterprises/${board.id}`;
    const statuses = await Promise.all(
      [{}, { as: cookie }, { as: officer }].map(async (options) => (await api.send("GET", path, options)).status),
    );
    expect(statuses).toEqual([404, 200, 200]);
    expect(await (await api.send("GET", "/v1/enterprises")).json()).toEqual({ items: [] });
  });
});

describe("a list of enterprises", () => {
  test("is in order of name, by district, in pages", async () => {
    const api = await createTestApi();
    const { cookie } = await api.signInAs({});
    for (const [name, district] of [
      ["B", 0],
      ["a", 1],
      ["C", 0],
    ] as const) {
      const body = registration(api);
      const code = api.deps.municipality.districts[district]?.code;
      const response = await api.send("POST", "/v1/enterprises", {
        as: cookie,
        body: { ...body, profile: { ...body.profile, name, districts: [code] } },
      });
      await verified(api, BoardView.parse(await response.json()));
    }
    const names = async (query: string) => {
      const answer = await (await api.send("GET", `/v1/enterprises?${query}`)).json();
      const { items, cursor } = EnterprisePage.parse(answer);
      return { names: items.map(({ name }) => name), cursor };
    };
    expect((await names("")).names).toEqual(["a", "B", "C"]);
    expect((await names(`district=${api.deps.municipality.districts[0]?.code}`)).names).toEqual(["B", "C"]);
    const first = await names("limit=2");
    expect(first.names).toEqual(["a", "B"]);
    expect(await names(`limit=2&cursor=${first.cursor}`)).toEqual({ names: ["C"], cursor: undefined });
    expect((await api.send("GET", "/v1/enterprises?cursor=x")).status).toBe(400);
  });
});

test("nothing of another municipality exists here", async () => {
  const [here, there] = [await createTestApi(), await createTestApi()];
  const { board } = await registered(there);
  const { cookie } = await here.signInAs({ email: "femke@example.org" });
  const { cookie: officer } = await here.signInAs({ roles: ["officer", "auditor"] });
  const paths = ["", "/board"].map((rest) => `/v1/enterprises/${board.id}${rest}`);
  for (const path of paths)
    for (const as of [cookie, officer]) expect((await here.send("GET", path, { as })).status).toBe(404);
  const body = { outcome: "verify", revision: 0 };
  const verify = await here.send("POST", `/v1/enterprises/${board.id}/verifications`, { as: officer, body });
  expect(verify.status).toBe(404);
});
