import type { Deps } from "@hevel/core";
import type { Stage } from "./stage.ts";

/** One thing that happens in the story: when, and by which verbs. */
export interface Scene {
  readonly daysAgo: number;
  /** Hour of the day (UTC), 8 to 20. */
  readonly hour: number;
  /** Done at city hall, so on a working day. */
  readonly isWork: boolean;
  /** Moves money of a pot: such scenes are played one after another, so that a pot's lines stand in order of date. */
  readonly touchesPot: boolean;
  /** `deps` has the clock of this scene. */
  readonly play: (stage: Stage, deps: Deps) => Promise<unknown>;
}

/** Something residents do, in the evening or when they like. */
export function atHome(daysAgo: number, play: Scene["play"], hour = 18.25): Scene {
  return { daysAgo, hour, isWork: false, touchesPot: false, play };
}

/** Something done at city hall. */
export function atWork(daysAgo: number, play: Scene["play"], hour = 9.5): Scene {
  return { daysAgo, hour, isWork: true, touchesPot: false, play };
}

/** As `atWork`, for what moves money of a pot. */
export function atWorkOnPot(daysAgo: number, play: Scene["play"], hour = 13.5): Scene {
  return { daysAgo, hour, isWork: true, touchesPot: true, play };
}
