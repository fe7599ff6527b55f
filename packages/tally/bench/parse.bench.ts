import { readdirSync, readFileSync } from "node:fs";
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

/** Parses 270 MB as a stream and prints speed and the most memory it held meanwhile. */
async function streamed(): Promise<void> {
  let ballots = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const { recount } = await streamPb(hugeFile(STREAM_BYTES), {
    ballot: () => {
      ballots += 1;
      if (ballots % 50_000 === 0) most = Math.max(most, process.memoryUsage().rss);
    },
  });
  const seconds = (performance.now() - started) / 1000;
  const approvals = recount.votes.reduce((sum, votes) => sum + votes, 0);
  console.log(
    `stream: ${STREAM_BYTES / 1e6} MB, ${ballots} ballots, ${approvals} approvals in ${seconds.toFixed(1)} s (making them included), ` +
      `${(STREAM_BYTES / 1e6 / seconds).toFixed(0)} MB/s, ${mb(before)} before, at most ${mb(most)} MB resident`,
  );
}

/** Parses the shared files whole. */
function wholeFiles(): void {
  const shared = process.env["HEVEL_SHARED"] ?? fileURLToPath(new URL("../../../../shared", import.meta.url));
  const folder = `${shared}/data/pb`;
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".pb"));
  } catch {
    console.log("whole files: skipped, there are none here (HEVEL_SHARED says where to look)");
    return;
  }
  for (const name of names) {
    const bytes = readFileSync(`${folder}/${name}`);
    const started = performance.now();
    const { election } = readPb(bytes);
    const ms = performance.now() - started;
    console.log(
      `${name}: ${(bytes.length / 1e6).toFixed(2)} MB, ${election.ballots.length} ballots in ${ms.toFixed(1)} ms`,
    );
  }
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

wholeFiles();
await streamed();
