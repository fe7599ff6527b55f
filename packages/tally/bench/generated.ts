/** Approval ballots of a large city as .pb text, the same every time: a few popular projects, 1 to 15 approvals each. */
export function generatedPb(size: { voters: number; projects: number; distinct: number }): string {
  let state = 7;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const costs = Array.from({ length: size.projects }, () => Math.round((20_000 + random() ** 2 * 980_000) / 500) * 500);
  const appeal = costs.map(() => random() ** 2 + 0.05);
  const all = appeal.reduce((sum, own) => sum + own, 0);
  const draw = (): number => {
    let left = random() * all;
    for (const [c, own] of appeal.entries()) {
      left -= own;
      if (left < 0) return c;
    }
    return 0;
  };
  const ballots = new Map<string, string>();
  while (ballots.size < size.distinct) {
    const wanted = 1 + Math.floor(random() * 15);
    const chosen = new Set<number>();
    while (chosen.size < wanted) chosen.add(draw());
    const ids = [...chosen].map((c) => c + 1);
    ballots.set(String([...ids].sort((a, b) => a - b)), ids.join(","));
  }
  const votes = [...ballots.values()];
  while (votes.length < size.voters) votes.push(votes[Math.floor(random() * size.distinct)] ?? "1");
  const meta = { budget: 10_000_000, vote_type: "approval", num_projects: size.projects, num_votes: size.voters };
  return [
    "META\nkey;value",
    ...Object.entries(meta).map(([key, value]) => `${key};${value}`),
    "PROJECTS\nproject_id;cost",
    ...costs.map((cost, c) => `${c + 1};${cost}`),
    "VOTES\nvoter_id;vote",
    ...votes.map((vote, i) => `${i + 1};${vote}`),
    "",
  ].join("\n");
}
