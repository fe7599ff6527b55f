import { existsSync, readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { readPb, streamPb } from "../src/pb/read.ts";

/** As much text as all of Pabulib, in one file. */
const STREAM_BYTES = 270_000_000;
const CHUNK_BYTES = 65_536;
const PROJECTS = 80;

/** A .pb file of approvals that is never held: chunks of bytes, the same every time. */
async function* hugeFile(bytes: number): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder();
  const rows = Array.from({ length: PROJECTS }, (_, id) => `${id};${1000 + id * 37};"Straat ${id}; groen én veilig"`);
  let text = `META\nkey;value\nbudget;1000000\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n${rows.join("\n")}\nVOTES\nvoter_id;vote;age;sex\n`;
  let state = 1;
  let voter = 0;
  let sent = 0;
  while (sent < bytes) {
    while (text.length < CHUNK_BYTES) {
      const votes = new Set<number>();
      while (votes.size < 9) {
        state = (state * 48_271) % 2_147_483_647;
        votes.add(state % PROJECTS);
      }
      voter += 1;
      text += `${voter};${[...votes].join(",")};${18 + (voter % 70)};${voter % 2 === 0 ? "F" : "M"}\n`;
    }
    sent += text.length;
    yield utf8.encode(text);
    text = "";
  }
}

/** What the program still holds when what can be collected is collected. */
function held(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Parses 270 MB as a stream; prints its speed beside that of making the text alone, and what it holds on the way. */
async function streamed(): Promise<void> {
  const made = await timed(async () => {
    for await (const chunk of hugeFile(STREAM_BYTES)) if (chunk.length === 0) throw new Error("an empty chunk");
  });
  const before = held();
  const on: string[] = [];
  let ballots = 0;
  const parsed = await timed(async () => {
    await streamPb(hugeFile(STREAM_BYTES), {
      ballot: () => {
        ballots += 1;
        if (ballots % 1_000_000 === 0) on.push(mb(held() - before));
      },
    });
  });
  const size = STREAM_BYTES / 1e6;
  console.log(`stream of ${size} MB, ${ballots} ballots`);
  console.log(`  making the text alone   ${made.toFixed(1)} s`);
  console.log(
    `  making and parsing it   ${parsed.toFixed(1)} s, so parsing ${(size / (parsed - made)).toFixed(0)} MB/s`,
  );
  console.log(`  held at each million ballots, beyond the ${mb(before)} MB before: ${on.join(", ")} MB`);
  console.log(
    `  most memory resident    ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB (the whole of this run)`,
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Parses the shared files whole, beside cutting their text at line ends and semicolons and nothing more. */
function wholeFiles(): void {
  const shared = process.env["HEVEL_SHARED"] ?? fileURLToPath(new URL("../../../../shared", import.meta.url));
  const folder = `${shared}/data/pb`;
  if (!existsSync(folder)) {
    console.log("whole files: skipped, there are none here (HEVEL_SHARED says where to look)");
    return;
  }
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith(".pb"))) {
    const bytes = readFileSync(`${folder}/${name}`);
    const [cut] = best(
      () =>
        new TextDecoder()
          .decode(bytes)
          .split("\n")
          .map((line) => line.split(";")).length,
    );
    const [parsed, ballots] = best(() => readPb(bytes).election.ballots.length);
    const size = `${(bytes.length / 1e6).toFixed(2)} MB, ${ballots} ballots`;
    console.log(`${name}: ${size}: parsed in ${parsed.toFixed(1)} ms, cut in ${cut.toFixed(1)} ms`);
  }
}

/** The fastest of five runs, in ms, and what it gave. */
function best(work: () => number): [number, number] {
  let fastest = Number.POSITIVE_INFINITY;
  let result = 0;
  for (let run = 0; run < 5; run += 1) {
    const started = performance.now();
    result = work();
    fastest = Math.min(fastest, performance.now() - started);
  }
  return [fastest, result];
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

wholeFiles();
await streamed();
