import { appropriate, confirmOrder, createPot, type Deps, DistrictCode, startFollow } from "@hevel/core";
import { drawPicture, type PictureName } from "../pictures/draw.ts";
import { enterpriseLine } from "./enterprise-scenes.ts";
import { enterprises } from "./enterprises.ts";
import { historyOutbox } from "./history-outbox.ts";
import { onceKey } from "./once-key.ts";
import { cents, type ProposalPlot } from "./plot.ts";
import { followByLetter } from "./progress-scenes.ts";
import { busProposals } from "./proposals/bus.ts";
import { careProposals } from "./proposals/care.ts";
import { greenProposals } from "./proposals/green.ts";
import { kitchenProposals } from "./proposals/kitchen.ts";
import { placeProposals } from "./proposals/places.ts";
import { atHome, atWork, atWorkOnPot, type Scene } from "./scene.ts";
import { arriveAtWork, type FileAtHand, known, resident, type Stage, staffMember } from "./stage.ts";
import { storyDays } from "./story-days.ts";
import { type StoryDeps, type Storyline, tell } from "./tell.ts";
import { withoutLimits } from "./without-limits.ts";

const proposals: readonly ProposalPlot[] = [
  ...kitchenProposals,
  ...greenProposals,
  ...placeProposals,
  ...careProposals,
  ...busProposals,
];

/** Letters of the last days really arrive: enough to see what a letter looks like, too few to drown in. */
const waitingDays = 3;

/**
 * Tells the story of fourteen months in Voorbeeldstad, up to the day before `today`, through the verbs that everybody
 * uses. What happens and when is the same every time; ids, secrets and the dates themselves are not.
 */
export async function tellDemoStory(
  deps: StoryDeps,
  { today, issuer }: { today: Date; issuer: string },
): Promise<void> {
  const days = storyDays(today);
  const outbox = historyOutbox(deps.store, days.atHome(waitingDays, 0));
  const photos = new Map<string, Promise<FileAtHand>>();
  const stage: Stage = {
    days,
    outbox,
    issuer,
    pots: new Map(),
    enterprises: new Map(),
    proposals: new Map(),
    transfers: new Map(),
    expenses: new Map(),
    people: new Map(),
    staff: new Map(),
    photo(name) {
      const drawn = photos.get(name) ?? drawPicture(name as PictureName);
      photos.set(name, drawn);
      return drawn;
    },
  };
  const telling: StoryDeps = { ...deps, store: withoutLimits(outbox.store) };
  await tell(stage, telling, new Map([["city", [beginning]]]));
  await tell(stage, telling, lanes());
}

/** Each enterprise in a lane of its own, and one for what the whole city does. */
function lanes(): ReadonlyMap<string, readonly Storyline[]> {
  const lineOf = (plot: ProposalPlot) => plot.acts.map((act) => act(plot));
  const lanes = new Map<string, readonly Storyline[]>([["city", [later]]]);
  for (const plot of enterprises) {
    const told = proposals.filter(({ enterprise }) => enterprise === plot.key).map(lineOf);
    lanes.set(plot.key, [enterpriseLine(plot), ...told, followersOf[plot.key] ?? []]);
  }
  return lanes;
}

const pots = {
  city: { name: "Stadsbreed budget voor burgerondernemingen", programme: "Wijken", district: undefined },
  oosterpark: { name: "Wijkbudget Oosterpark", programme: "Wijkbudgetten", district: "WK999904" },
  zuiderkade: { name: "Wijkbudget Zuiderkade", programme: "Wijkbudgetten", district: "WK999907" },
} as const;

async function openPot(stage: Stage, deps: Deps, key: keyof typeof pots): Promise<void> {
  const { name, programme, district } = pots[key];
  const { id } = await createPot(deps, staffMember(stage, "fatima"), {
    name,
    programme,
    year: deps.clock.now().getUTCFullYear(),
    ...(district === undefined ? {} : { district: DistrictCode.parse(district) }),
  });
  stage.pots.set(key, id);
}

const filled = (daysAgo: number, key: keyof typeof pots, euros: number, number: string): Scene =>
  atWorkOnPot(daysAgo, async (stage, deps) => {
    const decidedOn = deps.clock.now().toISOString().slice(0, 10);
    const { id: orderId } = await appropriate(deps, staffMember(stage, "fatima"), {
      potId: known(stage.pots, key),
      amountCents: cents(euros),
      decisionReference: `RB-${decidedOn.slice(0, 4)}-${number}`,
      decidedOn,
      idempotencyKey: onceKey(key, "fill", number),
    });
    const confirmation = { orderId, idempotencyKey: onceKey(key, "fill", number, "confirm") };
    await confirmOrder(deps, staffMember(stage, "bram"), confirmation);
  });

/** Before the first enterprise: the portal opens, people come to work and sign in, and the council fills the pots. */
const beginning: Storyline = [
  atWork(427, (stage, deps) => arriveAtWork(stage, deps)),
  atWork(426, async (stage, deps) => {
    for (const key of ["city", "oosterpark", "zuiderkade"] as const) await openPot(stage, deps, key);
  }),
  filled(425, "city", 60_000, "031"),
  filled(424, "oosterpark", 55_000, "032"),
  filled(424, "zuiderkade", 40_000, "033"),
  ...["carla", "joke", "murat", "lotte", "willem"].map((who, index) =>
    atHome(424 - index / 10, (stage, deps) => resident(stage, deps, who)),
  ),
];

/** What the council and neighbours do later on. */
const later: Storyline = [
  filled(318, "city", 45_000, "007"),
  atHome(300, async (stage, deps) => {
    for (const code of ["WK999903", "WK999904"]) {
      const subject = { kind: "district", id: DistrictCode.parse(code) } as const;
      await startFollow(deps, known(stage.people, "carla"), { subject }, { ip: "192.0.2.5" });
    }
  }),
];

/** Who follows an enterprise, by leaving an address. */
const followersOf: Readonly<Record<string, Storyline>> = {
  pollepel: [following("pollepel", 226, "tineke"), following("pollepel", 120, "hassan")],
  buurtbus: [following("buurtbus", 290, "marijke")],
  klimboom: [following("klimboom", 70, "tineke")],
};

function following(enterprise: string, daysAgo: number, who: string): Scene {
  return atHome(
    daysAgo,
    (stage, deps) => followByLetter(stage, deps, { kind: "enterprise", id: known(stage.enterprises, enterprise) }, who),
    12,
  );
}
