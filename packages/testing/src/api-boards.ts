import { BoardView, type LetterPayload } from "@hevel/core";
import { expect } from "vitest";
import type { TestApi } from "./api.ts";

/** For tests: the last cookie a response gives. */
export const cookieOf = (response: Response) => response.headers.getSetCookie().at(-1)?.replace(/;.*/, "") ?? "";

/** For tests: the body of registering an informal group. */
export function registration({ deps }: TestApi) {
  return {
    profile: {
      name: "De Buurtschuur",
      story: "Wij lenen gereedschap uit.",
      districts: [deps.municipality.districts[0]?.code],
      legalForm: "informal-group",
      askUs: ["Mag ik een boor lenen?"],
    },
    seat: { name: "Femke Founder", role: "chair", isNamePublic: true },
  };
}

/** For tests: registers an enterprise as a new resident. */
export async function registered(api: TestApi) {
  const { cookie } = await api.signInAs({ email: "femke@example.org" });
  const response = await api.send("POST", "/v1/enterprises", { as: cookie, body: registration(api) });
  expect(response.status).toBe(201);
  return { cookie, board: BoardView.parse(await response.json()) };
}

/** For tests: an officer verifies an enterprise, so that it is public. */
export async function verified(api: TestApi, board: Pick<BoardView, "id" | "revision">) {
  const { cookie: as } = await api.signInAs({ roles: ["officer"] });
  const body = { outcome: "verify", revision: board.revision };
  const response = await api.send("POST", `/v1/enterprises/${board.id}/verifications`, { as, body });
  expect(response.status).toBe(201);
  return BoardView.parse(await response.json());
}

/** For tests: invites somebody; gives the path and secret of the letter. */
export async function invited(api: TestApi, cookie: string, board: BoardView, role = "treasurer") {
  const body = { name: "Thijs", email: "thijs@example.org", role };
  const response = await api.send("POST", `/v1/enterprises/${board.id}/members`, { as: cookie, body });
  expect(response.status).toBe(201);
  const letters = await api.deps.store.listAll("letters-waiting", {});
  const { path } = (letters.at(-1)?.payload ?? {}) as LetterPayload<"invitation">;
  const [, memberId = "", secret = ""] = (path.split("#")[1] ?? "").split(".");
  return { memberId, secret, acceptances: `/v1/enterprises/${board.id}/members/${memberId}/acceptances` };
}

/** For tests: a board of a chair and a treasurer, each with a cookie. */
export async function boardOfTwo(api: TestApi) {
  const { cookie: chair, board } = await registered(api);
  const { secret, acceptances } = await invited(api, chair, board);
  const body = { secret, name: "Thijs de Vries", isNamePublic: false };
  const response = await api.send("POST", acceptances, { body });
  expect(response.status).toBe(201);
  return { chair, treasurer: cookieOf(response), board: BoardView.parse(await response.json()) };
}
