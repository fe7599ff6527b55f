import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import process from "node:process";
import { checkLoop } from "./check/check-loop.ts";
import { claimDataDir } from "./claim.ts";
import { readOptions, type StartOptions } from "./options.ts";
import { dataDir, repositoryDir } from "./paths.ts";
import { startPortal } from "./portal.ts";
import { freePort } from "./ports.ts";
import { demoMunicipality } from "./seed/municipality.ts";
import { demoStaff } from "./seed/staff.ts";
import { demoResidents } from "./seed/story/residents.ts";
import { StartError } from "./start-error.ts";
import { summarize } from "./summary.ts";

/** What a shell reports for a program that was ended before it was done. */
const EXIT_INTERRUPTED = 130;
/** More than any part takes to stop; after that we end all the same, and the engine with us. */
const STOP_WITHIN_MS = 10_000;

const interrupted = new Promise<"interrupted">((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve("interrupted"));
});

try {
  const options = readOptions(process.argv.slice(2));
  process.exitCode = options.check ? await check() : await run(options);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
// Nothing is left to do; whatever still holds the process open, a slow connection for one, must not.
process.exit();

/** Runs until it is interrupted, which is how it is meant to end, or a part dies; resolves with the exit code. */
async function run({ fresh, story, port }: StartOptions): Promise<number> {
  const claim = await claimDataDir(dataDir, port);
  try {
    if (fresh) rmSync(dataDir, { recursive: true, force: true });
    const [mailboxPort, identityPort] = [port + 1, port + 2];
    const starting = startPortal({ dataDir, port, mailboxPort, identityPort, story, onError: complain });
    if ((await Promise.race([starting, interrupted])) === "interrupted") {
      await starting.then((portal) => within(portal.stop()));
      return 0;
    }
    const portal = await starting;
    console.log(
      summarize({
        site: portal.origin,
        mailbox: portal.mailbox,
        // In an empty municipality nobody has a seat yet.
        residents: story ? demoResidents : [],
        staff: demoStaff,
        groupRoles: demoMunicipality.groupRoles,
        // From where the command was typed; elsewhere in full.
        data: dataDir.startsWith(repositoryDir) ? relative(repositoryDir, dataDir) : dataDir,
        seconds: performance.now() / 1_000,
      }),
    );
    const end = await Promise.race([portal.died, interrupted]);
    if (end !== "interrupted") console.error(end);
    else console.log("\nStopping ...");
    await within(portal.stop());
    return end === "interrupted" ? 0 : 1;
  } finally {
    await claim.release();
  }
}

/** Walks the loop once on free ports with data of its own; resolves with the exit code. */
async function check(): Promise<number> {
  const temporary = mkdtempSync(join(tmpdir(), "hevel-check-"));
  const [port, mailboxPort, identityPort] = [await freePort(), await freePort(), await freePort()];
  try {
    const portal = await startPortal({ dataDir: temporary, port, mailboxPort, identityPort, onError: complain });
    try {
      const walked = checkLoop(portal, (line) => console.log(line));
      const outcome = await Promise.race([walked, portal.died, interrupted]);
      if (outcome === "interrupted") return EXIT_INTERRUPTED;
      if (typeof outcome === "string") console.error(outcome);
      return typeof outcome === "object" && outcome.failed === 0 ? 0 : 1;
    } finally {
      await within(portal.stop());
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function complain(error: unknown): void {
  console.error(error);
}

async function within(stopping: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, STOP_WITHIN_MS);
  });
  await Promise.race([stopping, late]);
  clearTimeout(timer);
}
