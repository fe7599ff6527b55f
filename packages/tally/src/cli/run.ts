import { PbUnreadableError } from "../pb/findings.ts";
import { type Request, readArguments, UsageError } from "./arguments.ts";
import { countFile } from "./count-file.ts";
import { hashFile, locate } from "./input.ts";
import { nl } from "./messages-nl.ts";
import { jsonRefusal, jsonReport } from "./report-json.ts";
import { findingLines, textReport } from "./report-text.ts";

/** Where the command writes. */
export interface Output {
  write(text: string): unknown;
}

/** Runs the command. @returns the exit code: 0, 1 when a certificate is wrong, 2 when input or arguments are. */
export async function run(argv: readonly string[], out: Output, err: Output): Promise<number> {
  let request: Request | "help";
  try {
    request = readArguments(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err.write(`${nl.badArguments(error.message)}\n\n${nl.usage}`);
    return 2;
  }
  if (request === "help") {
    out.write(nl.usage);
    return 0;
  }
  const place = locate(request.file);
  try {
    return await answer(request, place, out);
  } catch (error) {
    return await refuse(error, request, place, out, err);
  }
}

async function answer(request: Request, place: string, out: Output): Promise<number> {
  const counted = await countFile(request.file, place, request.parameters);
  out.write(request.json ? jsonReport(counted, {}) : textReport(counted));
  return 0;
}

async function refuse(error: unknown, request: Request, place: string, out: Output, err: Output): Promise<number> {
  if (error instanceof PbUnreadableError) {
    if (request.json) out.write(jsonRefusal(request.file, await hashFile(place), error.findings));
    err.write(`${nl.unreadable(request.file)}\n${findingLines(error.findings).join("\n")}\n`);
    return 2;
  }
  if (error instanceof RangeError) {
    err.write(`${nl.refused(error.message)}\n\n${nl.usage}`);
    return 2;
  }
  if (error instanceof Error && "code" in error && "syscall" in error) {
    err.write(`${nl.noFile(request.file, error.message)}\n`);
    return 2;
  }
  throw error;
}
