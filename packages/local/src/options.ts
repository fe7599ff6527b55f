import { parseArgs } from "node:util";
import { StartError } from "./start-error.ts";

/** What was asked for on the command line. */
export type StartOptions = {
  /** Begin again: remove the local data first. */
  readonly fresh: boolean;
  /** Fill the demo municipality, on its first start, with fourteen months of what happened. */
  readonly story: boolean;
  /** Walk the loop once on free ports with temporary data, and stop. */
  readonly check: boolean;
  /** Of the site; the mailbox and staff sign-in take the next two. */
  readonly port: number;
};

const DEFAULT_PORT = 4180;
const PORT_MAX = 65_533;

const USAGE = `npm start -- [--fresh] [--empty] [--check] [--port NUMBER]

  --fresh        remove the local data and begin again
  --empty        on a first start: a municipality in which nothing has happened yet
  --check        walk the whole loop once over HTTP, on free ports with temporary data, and stop
  --port NUMBER  port of the site (default ${DEFAULT_PORT}); the mailbox and staff sign-in take the next two`;

/** Reads the arguments. @throws StartError with the usage when one is unknown or not right. */
export function readOptions(args: readonly string[]): StartOptions {
  const { fresh, empty, check, port } = parse(args);
  const number = port === undefined ? DEFAULT_PORT : Number(port);
  if (!Number.isInteger(number) || number < 1 || number > PORT_MAX) {
    throw new StartError(`--port takes a number from 1 to ${PORT_MAX}, not "${port}".\n\n${USAGE}`);
  }
  return { fresh, story: !empty, check, port: number };
}

function parse(args: readonly string[]): { fresh: boolean; empty: boolean; check: boolean; port?: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        fresh: { type: "boolean", default: false },
        empty: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        port: { type: "string" },
      },
    });
    return values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
