import type { Deps } from "../ports.ts";
import { type Level, type LevelScope, levelId } from "./level.ts";

/** The level of a scope; all zeroes where nothing was booked yet. Up to date: it is written with each line. */
export async function readLevel(deps: Deps, scope: LevelScope): Promise<Level> {
  const id = levelId(scope);
  return (await deps.store.get("level", { id })) ?? { id };
}
