import { spawnSync } from "node:child_process";
import process from "node:process";

/** Every benchmark: a script that prints a table with its baseline beside it, measured in the same run. */
const benches: Readonly<Record<string, readonly string[]>> = {
  api: ["packages/local/bench/api.bench.ts"],
  transfers: ["packages/store/bench/transfers.bench.ts"],
  import: ["packages/functions/bench/import.bench.ts"],
  tally: ["packages/tally/bench/parse.bench.ts", "packages/tally/bench/tally.bench.ts"],
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.\n`);
  process.exit(2);
}
for (const [name, scripts] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const script of scripts) {
    const { status } = spawnSync(process.execPath, ["--expose-gc", "--disable-warning=ExperimentalWarning", script], {
      stdio: "inherit",
    });
    if (status !== 0) process.exitCode = 1;
  }
}
