import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { count } from "./count.ts";
import type { Election } from "./election.ts";
import { readPb } from "./pb/read.ts";
import { TallyClient, type TallyPort } from "./worker-client.ts";

/** Gives a thread of Node the three names of a browser's worker scope, then runs the entry as it is. */
const bridge = `
  const { parentPort } = require("node:worker_threads");
  globalThis.postMessage = (reply) => parentPort.postMessage(reply);
  globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
  import(${JSON.stringify(new URL("./worker.ts", import.meta.url).href)});
`;

/** The same on the page's side. */
function port(worker: Worker): TallyPort {
  return {
    postMessage: (request) => worker.postMessage(request),
    addEventListener: (type: string, listener: (event: never) => void) => {
      const deliver = (value: unknown) => listener((type === "error" ? value : { data: value }) as never);
      worker.on(type, deliver);
    },
    terminate: () => worker.terminate(),
  };
}

const open: TallyClient[] = [];

function client(): TallyClient {
  const made = new TallyClient(port(new Worker(bridge, { eval: true })));
  open.push(made);
  return made;
}

afterEach(() => {
  for (const made of open.splice(0)) made.close();
});

const text =
  "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\na;60\nb;50\nVOTES\nvoter_id;vote\nv;a\nw;a,b\n";

describe("counting in a worker", () => {
  test("gives what counting on the page gives, from an election, text, bytes and a Blob", async () => {
    const tally = client();
    const { election, findings } = readPb(text);
    const outcome = count(election, { rule: "greedy" });
    const parameters = { rule: "greedy" } as const;
    expect(await tally.count({ input: { election }, parameters })).toMatchObject({
      state: "counted",
      outcome,
      findings: [],
    });
    for (const pb of [text, new TextEncoder().encode(text), new Blob([text])]) {
      expect(await tally.count({ input: { pb }, parameters })).toMatchObject({
        state: "counted",
        election,
        outcome,
        findings,
      });
    }
  });

  test("explains and measures when asked", async () => {
    const tally = client();
    const plain = await tally.count({ input: { pb: text } });
    expect(plain).toMatchObject({ explanation: null, fairness: null });
    const full = await tally.count({ input: { pb: text }, explain: "with-winners", fairness: true });
    expect(full).toMatchObject({ explanation: { losses: [{ project: "b" }] }, fairness: { voters: 2, excluded: 0 } });
  });

  test("answers several tasks, each with its own reply", async () => {
    const tally = client();
    const replies = await Promise.all(
      (["greedy", "knapsack", "phragmen"] as const).map((rule) =>
        tally.count({ input: { pb: text }, parameters: { rule } }),
      ),
    );
    expect(replies.map((reply) => reply.state === "counted" && reply.outcome.parameters.rule)).toEqual([
      "greedy",
      "knapsack",
      "phragmen",
    ]);
  });

  test("refuses an unreadable file with its findings, and parameters that do not fit", async () => {
    const tally = client();
    const unreadable = await tally.count({ input: { pb: text.replace("60", "sixty") } });
    expect(unreadable).toMatchObject({
      state: "unreadable",
      findings: expect.arrayContaining([expect.objectContaining({ code: "PB403" })]),
    });
    expect(await tally.count({ input: { pb: text }, parameters: { utility: "borda" } })).toMatchObject({
      state: "refused",
    });
  });

  test("leaves the page alive while it counts", async () => {
    const tally = client();
    let turns = 0;
    let counting = true;
    const turn = () => {
      turns += 1;
      if (counting) setImmediate(turn);
    };
    const reply = tally.count({ input: { election: crowd(20_000, 40) }, parameters: { completion: "add1" } });
    setImmediate(turn);
    expect((await reply).state).toBe("counted");
    counting = false;
    expect(turns).toBeGreaterThan(10);
  });

  test("closing it ends what it was counting", async () => {
    const tally = client();
    const reply = tally.count({ input: { election: crowd(20_000, 40) }, parameters: { completion: "add1" } });
    tally.close();
    await expect(reply).rejects.toThrow("closed");
    await expect(tally.count({ input: { pb: text } })).rejects.toThrow("closed");
  });
});

/** Voters with ballots of their own; the same every time. */
function crowd(voters: number, projects: number): Election {
  let state = 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return {
    kind: "approval",
    budget: 100_000_000n,
    projects: Array.from({ length: projects }, (_, index) => ({
      id: `p${index}`,
      cost: BigInt(1 + next(200)) * 100_000n,
    })),
    ballots: Array.from({ length: voters }, (_, index) => ({
      voterId: `v${index}`,
      projects: [...new Set(Array.from({ length: 8 }, () => next(projects)))],
    })),
  };
}
