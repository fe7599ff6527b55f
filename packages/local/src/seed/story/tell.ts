import type { Deps } from "@hevel/core";
import { createIds } from "@hevel/store";
import type { Scene } from "./scene.ts";
import type { Stage } from "./stage.ts";
import type { StoryDays } from "./story-days.ts";

/** Scenes of one enterprise, in which one thing follows another. */
export type Storyline = readonly Scene[];

/** Time between two scenes that would be at the same moment, or out of order because of a weekend. */
const betweenMs = 10 * 60_000;

interface TimedScene {
  readonly scene: Scene;
  readonly at: Date;
  readonly lane: string;
}

/** What the scenes of all lanes are played with, but the clock and the ids: those are each lane's own. */
export type StoryDeps = Omit<Deps, "clock" | "ids">;

/**
 * Plays all lanes, each in order of time and with a clock of its own that only goes forward, so that everything is dated
 * when it happened. Lanes do not wait for each other, except for the pots they share.
 */
export async function tell(
  stage: Stage,
  deps: StoryDeps,
  lanes: ReadonlyMap<string, readonly Storyline[]>,
): Promise<void> {
  const scenes = [...lanes]
    .flatMap(([lane, lines]) => lines.flatMap((line) => timed(stage.days, lane, line)))
    .toSorted((left, right) => left.at.getTime() - right.at.getTime());
  const lastOf = new Map<string, Promise<void>>();
  const depsOf = new Map([...lanes.keys()].map((lane) => [lane, laneDeps(deps)]));
  for (const { scene, at, lane } of scenes) {
    const waitsFor = scene.touchesPot ? [lane, "pots"] : [lane];
    const before = Promise.all(waitsFor.map((name) => lastOf.get(name)));
    const played = before.then(async () => {
      await scene.play(stage, depsOf.get(lane)?.at(at) ?? laneDeps(deps).at(at));
    });
    for (const name of waitsFor) lastOf.set(name, played);
  }
  // Awaited to the end also when one fails: nothing may still be writing when the caller hears of it.
  const ended = await Promise.allSettled(lastOf.values());
  for (const end of ended) if (end.status === "rejected") throw end.reason;
}

/** Dates a line: in order of day, never two at once, and never later than the one that follows from it. */
function timed(days: StoryDays, lane: string, line: Storyline): TimedScene[] {
  const inOrder = line.toSorted((a, b) => b.daysAgo - a.daysAgo || a.hour - b.hour);
  let earliest = 0;
  return inOrder.map((scene) => {
    const own = scene.isWork ? days.atWork(scene.daysAgo, scene.hour) : days.atHome(scene.daysAgo, scene.hour);
    const at = new Date(Math.max(own.getTime(), earliest));
    earliest = at.getTime() + betweenMs;
    return { scene, at, lane };
  });
}

/** Ids carry the moment they were made, so a lane makes its own with its own clock. */
function laneDeps(deps: StoryDeps): { at(now: Date): Deps } {
  let present = new Date(0);
  const ids = createIds(() => present);
  return {
    at(now) {
      present = now;
      return { ...deps, ids, clock: { now: () => now } };
    },
  };
}
