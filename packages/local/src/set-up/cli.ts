import process from "node:process";
import { parseArgs } from "node:util";
import { MunicipalityCode } from "@hevel/core";
import { dataDir } from "../paths.ts";
import { demoMunicipality } from "../seed/municipality.ts";
import { StartError } from "../start-error.ts";
import { openLocal, openStage, type Place } from "./place.ts";
import { readSettingsFile } from "./settings-file.ts";
import { storeSettings } from "./store-settings.ts";

const USAGE = `npm run municipality -- check FILE | put FILE [--drop-districts] | get [--code GM0000], each with [--table NAME]

  check FILE        says everything that is wrong with a file of settings, and touches nothing
  put FILE          puts the settings in the table; a file that changes settings must come from "get"
  get               prints the settings that are there, as a file that "put" takes
  --code GM0000     whose settings (default: the municipality of the demo)
  --table NAME      the table of a stage, as a deploy prints it; without it the data on this machine
  --drop-districts  the file may leave out districts that are there now

What stands in the file: docs/municipality.md`;

/** Told to whoever else wants the data folder meanwhile; nothing answers there. */
const NO_PORT = 0;

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}

async function run(args: readonly string[]): Promise<void> {
  const { verb, file, code, table, dropsDistricts } = read(args);
  if (verb === "get") return inPlace(table, (place) => print(place, code));
  const settings = readSettingsFile(file);
  const { name, districts } = settings.settings;
  if (verb === "check") return console.log(`${file} is right: ${name}, ${districts.length} districts.`);
  await inPlace(table, async (place) => {
    const { isNew, revision } = await storeSettings(place.storeOf(settings.settings.code), settings, {
      dropsDistricts,
    });
    console.log(
      `${name} is ${isNew ? "set up" : `changed (revision ${revision})`} in ${place.name}. It is used within ten seconds.`,
    );
  });
}

async function print(place: Place, code: MunicipalityCode): Promise<void> {
  const settings = await place.storeOf(code).get("municipality", {});
  if (settings === undefined) throw new StartError(`${code} has no settings in ${place.name}.`);
  console.log(JSON.stringify(settings, null, 2));
}

async function inPlace(table: string | undefined, use: (place: Place) => Promise<void>): Promise<void> {
  const place = table === undefined ? await openLocal(dataDir, NO_PORT) : openStage(table);
  try {
    await use(place);
  } finally {
    await place.close();
  }
}

function read(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const [verb, file = ""] = positionals;
  const code = MunicipalityCode.safeParse(values.code ?? demoMunicipality.code);
  const isVerb = verb === "get" || verb === "put" || verb === "check";
  if (!isVerb || positionals.length !== (verb === "get" ? 1 : 2) || !code.success) throw new StartError(USAGE);
  return { verb, file, code: code.data, table: values.table, dropsDistricts: values["drop-districts"] };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        code: { type: "string" },
        table: { type: "string" },
        "drop-districts": { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
