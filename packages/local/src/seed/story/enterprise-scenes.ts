import {
  acceptInvitation,
  confirmIban,
  DistrictCode,
  type EnterpriseId,
  type EnterpriseProfile,
  editProfile,
  getBoard,
  inviteMember,
  MemberId,
  proposeIban,
  registerEnterprise,
  verifyEnterprise,
} from "@hevel/core";
import { fictionalIban } from "./fictional-iban.ts";
import type { EnterprisePlot } from "./plot.ts";
import { emailOf, residents } from "./residents.ts";
import { atHome, atWork, type Scene } from "./scene.ts";
import { known, rememberInvited, resident, secretsIn, staffMember, upload } from "./stage.ts";
import type { Storyline } from "./tell.ts";

/** How an enterprise begins: registered, its board complete, its account known, and looked at by an officer. */
export function enterpriseLine(plot: EnterprisePlot): Storyline {
  const { registered, board, photo, account, verified, refused } = plot;
  const [founder, ...others] = board;
  if (founder === undefined) throw new Error(`${plot.key} has no board.`);
  return [
    atHome(registered, (stage, deps) => register(plot, founder, stage, deps), 10),
    ...others.flatMap((seat) => inviting(plot, founder.who, seat)),
    ...(photo === undefined ? [] : [showing(plot, founder.who, photo)]),
    ...(account === undefined ? [] : [banking(plot, account)]),
    ...(verified === undefined ? [] : [judging(plot, verified, undefined)]),
    ...(refused === undefined ? [] : [judging(plot, refused.daysAgo, refused.reason)]),
  ];
}

type Seat = EnterprisePlot["board"][number];

function profileOf(plot: EnterprisePlot): EnterpriseProfile {
  const { name, story, districts, legalForm, kvkNumber, askUs, website } = plot;
  return {
    name,
    story,
    districts: districts.map((code) => DistrictCode.parse(code)),
    legalForm,
    ...(kvkNumber === undefined ? {} : { kvkNumber }),
    askUs: [...askUs],
    ...(website === undefined ? {} : { website }),
  };
}

const register = async (plot: EnterprisePlot, { who, role, isNamePublic }: Seat, ...[stage, deps]: PlayArguments) => {
  const founder = await resident(stage, deps, who);
  const seat = { name: residents[who] ?? who, role, isNamePublic };
  const { id } = await registerEnterprise(deps, founder, { profile: profileOf(plot), seat });
  stage.enterprises.set(plot.key, id);
};

type PlayArguments = Parameters<Scene["play"]>;

/** A seat that is offered, and (unless the invited still waits) taken by the link in the letter two days later. */
function inviting(plot: EnterprisePlot, founder: string, seat: Seat): Scene[] {
  const { who, role, isNamePublic, invited = plot.registered, waits = false } = seat;
  const name = residents[who] ?? who;
  const email = emailOf(who);
  const asked = atHome(
    invited,
    async (stage, deps) => {
      const enterpriseId = known(stage.enterprises, plot.key);
      const invitation = { enterpriseId, name, email, role };
      await inviteMember(deps, known(stage.people, founder), invitation, { ip: "192.0.2.6" });
    },
    11,
  );
  const accepted = atHome(invited - 2, async (stage, deps) => {
    const [, memberId = "", secret = ""] = secretsIn(stage.outbox.pathTo("invitation", email));
    await acceptInvitation(
      deps,
      { kind: "visitor" },
      {
        enterpriseId: known(stage.enterprises, plot.key),
        memberId: MemberId.parse(memberId),
        secret,
        name,
        isNamePublic,
      },
    );
    await rememberInvited(stage, deps, who);
  });
  return waits ? [asked] : [asked, accepted];
}

function showing(plot: EnterprisePlot, founder: string, { picture, alt }: NonNullable<EnterprisePlot["photo"]>): Scene {
  return atHome(plot.registered - 3, async (stage, deps) => {
    const enterpriseId = known(stage.enterprises, plot.key);
    const actor = known(stage.people, founder);
    const photoId = await upload(deps, actor, enterpriseId, "photo", await stage.photo(picture));
    const revision = await revisionOf(enterpriseId, founder, stage, deps);
    const profile = { ...profileOf(plot), photoId, photoAlt: alt };
    await editProfile(deps, actor, { enterpriseId, profile, revision });
  });
}

function banking(plot: EnterprisePlot, account: number): Scene {
  const treasurer = plot.board.find(({ role }) => role === "treasurer")?.who ?? "";
  const second = plot.board.find(({ role, invited, waits }) => role !== "treasurer" && !waits && invited === undefined);
  return atHome(plot.registered - 4, async (stage, deps) => {
    const enterpriseId = known(stage.enterprises, plot.key);
    const revision = await revisionOf(enterpriseId, treasurer, stage, deps);
    const bank = { iban: fictionalIban(account), holder: plot.name, revision };
    const { revision: asked } = await proposeIban(deps, known(stage.people, treasurer), { enterpriseId, ...bank });
    if (second !== undefined)
      await confirmIban(deps, known(stage.people, second.who), { enterpriseId, revision: asked });
  });
}

function judging(plot: EnterprisePlot, daysAgo: number, reason: string | undefined): Scene {
  return atWork(daysAgo, async (stage, deps) => {
    const enterpriseId = known(stage.enterprises, plot.key);
    const officer = staffMember(stage, "noor");
    const { revision } = await getBoard(deps, officer, { enterpriseId });
    const outcome = reason === undefined ? { outcome: "verify" as const } : { outcome: "refuse" as const, reason };
    await verifyEnterprise(deps, officer, { enterpriseId, ...outcome, revision });
  });
}

async function revisionOf(enterpriseId: EnterpriseId, who: string, ...[stage, deps]: PlayArguments): Promise<number> {
  return (await getBoard(deps, known(stage.people, who), { enterpriseId })).revision;
}
