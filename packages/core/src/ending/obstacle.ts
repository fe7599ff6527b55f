import type { ErrorCode } from "../errors.ts";
import { publishObstacles } from "../evaluation/obstacles.ts";
import type { Mandate } from "../mandate/mandate.ts";
import type { Deps } from "../ports.ts";
import type { Ending } from "./ending.ts";
import { areSame, readSums } from "./find.ts";

/**
 * Why nobody could prepare the end of this mandate now, or take the one that is prepared, whoever it is: something must be
 * settled first, or the money is not any more what was prepared. Undefined when it can be done.
 */
export async function endingObstacle(deps: Deps, mandate: Mandate, prepared?: Ending): Promise<ErrorCode | undefined> {
  const [obstacles, sums] = await Promise.all([
    publishObstacles(deps, mandate),
    prepared === undefined ? undefined : readSums(deps, mandate),
  ]);
  const isOther = prepared !== undefined && sums !== undefined && !areSame(sums, prepared.sums);
  return obstacles.length > 0 || isOther ? "wrong-state" : undefined;
}
