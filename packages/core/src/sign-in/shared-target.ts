import type { Use } from "./within-limit.ts";

const day = 24 * 60;

/** How much of one thing a day: from one network, from all networks together, and beyond that from networks new to it. */
export interface Share {
  readonly name: string;
  readonly perNetwork: number;
  readonly total: number;
  readonly newcomers: number;
}

/**
 * What an act counts for on something that everybody shares: an enterprise's form, a mailbox. No network takes more than
 * its share, and when the total is used up, each network still has one, out of a reserve that is for that alone: whoever
 * fills the total from a few places closes nothing for the others.
 */
export function usesOfShared({ name, perNetwork, total, newcomers }: Share, target: string, network: string): Use[] {
  const rule = (kind: string, max: number) => ({ name: `${name}-${kind}`, max, minutes: day });
  const own = `${target} ${network}`;
  const reserve = [
    { rule: rule("newcomer", 1), subject: own },
    { rule: rule("reserve", newcomers), subject: target },
  ];
  return [
    { rule: rule("network", perNetwork), subject: own },
    { rule: rule("total", total), subject: target, orElse: reserve },
  ];
}
