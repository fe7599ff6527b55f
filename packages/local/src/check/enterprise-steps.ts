import { demoMunicipality } from "../seed/municipality.ts";
import { anna, bram, linkIn, signIn } from "./people.ts";
import { expectSame, type Step } from "./walk.ts";
import type { World } from "./world.ts";

const district = demoMunicipality.districts[0]?.code ?? "";

type Board = {
  id: string;
  revision: number;
  status: string;
  members: { id: string; status: string }[];
  obstacles: string[];
};

const profile = {
  name: "Coöperatie Samen aan Tafel",
  story: "Wij koken met en voor de buurt. Iedereen kan aanschuiven.",
  districts: [district],
  legalForm: "cooperative",
  kvkNumber: "12345678",
  askUs: ["Een warme maaltijd", "Een keuken lenen"],
};

/** An enterprise comes to be: registered, a board of two, an IBAN, verified. */
export const enterpriseSteps: readonly Step<World>[] = [
  {
    who: "visitor",
    does: "may not register without signing in",
    async run(world) {
      await world.ask("visitor", "POST", "/enterprises", { expect: 401, code: "unauthenticated" });
      return undefined;
    },
  },
  {
    who: anna.who,
    does: "signs in with the code of a letter",
    async run(world) {
      await signIn(world, anna, "code");
      return undefined;
    },
  },
  {
    who: anna.who,
    does: "is told everything that is missing at once",
    async run(world) {
      const empty = {
        profile: { ...profile, name: "", kvkNumber: undefined },
        seat: { name: "", role: "chair", isNamePublic: true },
      };
      const { errors } = await world.ask<{ errors: { path: string }[] }>(anna.who, "POST", "/enterprises", {
        json: empty,
        expect: 400,
        code: "invalid",
      });
      const paths = errors.map(({ path }) => path);
      for (const path of ["profile.name", "seat.name"])
        if (!paths.includes(path)) expectSame(paths, [path], "fields that are wrong");
      return paths.join(", ");
    },
  },
  {
    who: anna.who,
    does: "registers an enterprise",
    async run(world) {
      const board = await world.ask<Board>(anna.who, "POST", "/enterprises", {
        json: { profile, seat: { name: anna.name, role: "chair", isNamePublic: true } },
        expect: 201,
      });
      world.memory.set("enterprise", board.id);
      return `${board.id}, before money: ${board.obstacles.join(", ")}`;
    },
  },
  {
    who: anna.who,
    does: "invites a treasurer by letter",
    async run(world) {
      await world.ask(anna.who, "POST", `/enterprises/${world.recall("enterprise")}/members`, {
        json: { name: bram.name, email: bram.email, role: "treasurer" },
        expect: 201,
      });
      return undefined;
    },
  },
  {
    who: bram.who,
    does: "accepts with the letter's link, which signs in too",
    async run(world) {
      const { text } = await world.letter(bram.email, "Uitnodiging");
      const [enterprise, member, secret] = linkIn(text, world.origin, "/uitnodiging");
      const path = `/enterprises/${enterprise}/members/${member}/acceptances`;
      const json = { secret, name: bram.name, isNamePublic: false };
      const board = await world.ask<Board>(bram.who, "POST", path, { json, expect: 201 });
      return board.members.map(({ status }) => status).join(", ");
    },
  },
  {
    who: bram.who,
    does: "enters the bank account, after a typing mistake",
    async run(world) {
      const path = `/enterprises/${world.recall("enterprise")}`;
      const { revision } = await world.ask<Board>(bram.who, "GET", `${path}/board`);
      const account = (iban: string) => ({ iban, holder: profile.name, revision });
      await world.ask(bram.who, "PUT", `${path}/iban`, { json: account("NL91 ABNA 0417 1643 01"), expect: 400 });
      await world.ask(bram.who, "PUT", `${path}/iban`, { json: account("NL91 ABNA 0417 1643 00") });
      await world.letter(anna.email, "Bevestig de rekening");
      return undefined;
    },
  },
  {
    who: anna.who,
    does: "confirms the bank account, which its treasurer may not",
    async run(world) {
      const path = `/enterprises/${world.recall("enterprise")}`;
      const { revision } = await world.ask<Board>(anna.who, "GET", `${path}/board`);
      const json = { revision };
      await world.ask(bram.who, "POST", `${path}/iban/confirmations`, { json, expect: 403, code: "four-eyes" });
      await world.ask(anna.who, "POST", `${path}/iban/confirmations`, { json, expect: 201 });
      return undefined;
    },
  },
  {
    who: "officer",
    does: "verifies the enterprise",
    async run(world) {
      const path = `/enterprises/${world.recall("enterprise")}`;
      const { revision } = await world.ask<Board>("officer", "GET", `${path}/board`);
      const json = { outcome: "verify", revision };
      await world.ask("clerk", "POST", `${path}/verifications`, { json, expect: 403, code: "forbidden" });
      const board = await world.ask<Board>("officer", "POST", `${path}/verifications`, { json, expect: 201 });
      expectSame([board.status, board.obstacles], ["verified", []], "status and obstacles");
      await world.letter(anna.email, "goedgekeurd");
      return undefined;
    },
  },
];
