import {
  type Actor,
  acceptInvitation,
  askEnterprise,
  type BoardRole,
  type BoardView,
  type Deps,
  DomainError,
  declineInvitation,
  type EnterpriseProfile,
  getBoard,
  inviteMember,
  type LetterPayload,
  personByAddress,
  registerEnterprise,
  verifyEnterprise,
} from "@hevel/core";
import { groupsOf, storeEnterprise } from "./records.ts";

/** For tests: where requests come from. */
export const caller = { ip: "192.0.2.1" };

/** For tests: nobody in particular. */
export const visitor: Actor = { kind: "visitor" };

/** For tests: `ok`, or the code of the refusal with its reason and the fields it is about. */
export function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  return Promise.resolve()
    .then(work)
    .then(
      () => "ok",
      (error: unknown) =>
        error instanceof DomainError
          ? [error.code, error.details["why"], ...error.fields.map(({ path, code }) => `${path}:${code}`)]
              .filter(Boolean)
              .join(" ")
          : String(error),
    );
}

/** For tests: somebody who signed in by e-mail. */
export async function resident(deps: Deps, email: string): Promise<Extract<Actor, { kind: "resident" }>> {
  const { person, changes } = await personByAddress(deps, email);
  if (changes.length > 0) await deps.store.commit(changes);
  return { kind: "resident", personId: person.id, email };
}

/** For tests: an officer. */
export async function officer(deps: Deps, email = "noor@gemeente.example"): Promise<Actor> {
  const { personId } = await resident(deps, email);
  await deps.store.commit([
    {
      patch: "person",
      ref: { id: personId },
      set: { roles: ["officer"], groups: groupsOf(deps, ["officer"]) },
      when: [],
    },
  ]);
  return { kind: "staff", personId, name: "Noor", roles: ["officer"] };
}

/** For tests: what an informal group tells about itself. */
export function profileOf(deps: Deps): EnterpriseProfile {
  return {
    name: "De Buurtschuur",
    story: "Wij lenen gereedschap uit.",
    districts: deps.municipality.districts.slice(0, 1).map(({ code }) => code),
    legalForm: "informal-group",
    askUs: ["Mag ik een boor lenen?"],
  };
}

/** For tests: a registered enterprise with its founder on the board. */
export async function register(deps: Deps, role: BoardRole = "chair") {
  const founder = await resident(deps, "founder@example.org");
  const seat = { name: "Femke", role, isNamePublic: true };
  const board = await registerEnterprise(deps, founder, { profile: profileOf(deps), seat });
  return { founder, board, enterpriseId: board.id };
}

/** For tests: invites an address and reads the secret from its letter. */
export async function invited(deps: Deps, founder: Actor, board: BoardView, email: string, role: BoardRole) {
  const after = await inviteMember(deps, founder, { enterpriseId: board.id, name: "Thijs", email, role }, caller);
  const letters = await deps.store.listAll("letters-waiting", {});
  const letter = letters.findLast(({ to, kind }) => to === email && kind === "invitation");
  const { path } = (letter?.payload ?? {}) as LetterPayload<"invitation">;
  const [enterpriseId = "", memberId = "", secret = ""] = (path.split("#")[1] ?? "").split(".");
  const ids = { enterpriseId, memberId } as Pick<Parameters<typeof acceptInvitation>[2], "enterpriseId" | "memberId">;
  return { after, input: { ...ids, secret, name: "Thijs de Vries", isNamePublic: false } };
}

/** For tests: a board of two, of whom one treasurer. */
export async function withTreasurer(deps: Deps) {
  const { founder, board } = await register(deps);
  const { input } = await invited(deps, founder, board, "thijs@example.org", "treasurer");
  const { board: full } = await acceptInvitation(deps, visitor, input);
  return { founder, treasurer: await resident(deps, "thijs@example.org"), board: full, enterpriseId: board.id };
}

/** For tests: a verified enterprise whose board was asked something. */
export async function questionAsked(deps: Deps): Promise<Deps> {
  const { board, enterpriseId } = await withTreasurer(deps);
  const verification = { enterpriseId, outcome: "verify", revision: board.revision } as const;
  await verifyEnterprise(deps, await officer(deps), verification);
  const question = { name: "Hanna", email: "hanna@example.org", question: "Mag ik een boor lenen?" };
  await askEnterprise(deps, visitor, { enterpriseId, ...question }, caller);
  return deps;
}

/** For tests: an enterprise whose invitation was declined. */
export async function invitationDeclined(deps: Deps): Promise<Deps> {
  const { enterprise, chair } = await storeEnterprise(deps);
  const board = await getBoard(deps, chair, { enterpriseId: enterprise.id });
  const { input } = await invited(deps, chair, board, "thijs@example.org", "member");
  const { enterpriseId, memberId, secret } = input;
  await declineInvitation(deps, visitor, { enterpriseId, memberId, secret });
  return deps;
}
