import { createReadStream } from "node:fs";
import { explain } from "../explain.ts";
import { fairness } from "../fairness.ts";
import { PbUnreadableError } from "../pb/findings.ts";
import { readPbChunks } from "../pb/read.ts";
import { type Request, readArguments, UsageError } from "./arguments.ts";
import { verifyCertificate, writeCertificate } from "./certificates.ts";
import { compareRules, weighComparison } from "./compare-rules.ts";
import { countFile } from "./count-file.ts";
import { hashFile, locate, target } from "./input.ts";
import { nl } from "./messages-nl.ts";
import { jsonCompared, jsonRefusal, jsonReport, toJson } from "./report-json.ts";
import { comparedLines, explanationLines, fairnessLines, verificationLines, weighedLines } from "./report-more.ts";
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
  if (request.verify !== undefined) return await verify(request, request.verify, place, out);
  const counted = await countFile(request.file, place, request.parameters);
  const { outcome, pb } = counted;
  const { election } = pb;
  const currency = pb.meta.get("currency");
  const explanation = request.explain ? explain(election, outcome, { winnersSupport: true }) : undefined;
  const fair = request.stats ? fairness(election, outcome.winners, outcome.parameters) : undefined;
  const weighed = request.stats ? weighComparison(election, outcome) : undefined;
  const compared = request.compare ? compareRules(election, outcome.parameters) : undefined;
  const written =
    request.certificate === undefined
      ? undefined
      : await writeCertificate(target(request.certificate), election, outcome);
  if (request.json) {
    out.write(
      jsonReport(counted, {
        ...(explanation === undefined ? {} : { explanation }),
        ...(fair === undefined ? {} : { fairness: fair }),
        ...(weighed === undefined ? {} : { fairnessCompared: weighed.fairness }),
        ...(compared === undefined ? {} : { compared: compared.map(jsonCompared) }),
        ...(written === undefined ? {} : { certificate: written }),
      }),
    );
    return 0;
  }
  const more = [
    ...(explanation === undefined ? [] : explanationLines(election, outcome, explanation, currency)),
    ...(fair === undefined ? [] : fairnessLines(fair, currency)),
    ...(weighed === undefined ? [] : weighedLines(election, weighed)),
    ...(compared === undefined ? [] : comparedLines(election, compared)),
    ...(written === undefined ? [] : [nl.certificate(written)]),
  ];
  out.write(textReport(counted) + (more.length === 0 ? "" : `\n${more.join("\n").trimEnd()}\n`));
  return 0;
}

async function verify(request: Request, certificate: string, place: string, out: Output): Promise<number> {
  const [sha256, pb] = await Promise.all([hashFile(place), readPbChunks(createReadStream(place))]);
  const verification = await verifyCertificate(locate(certificate), pb.election);
  out.write(
    request.json
      ? toJson({ file: request.file, sha256, certificate, ...verification, findings: pb.findings })
      : `${verificationLines(certificate, verification).join("\n")}\n`,
  );
  return verification.valid ? 0 : 1;
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
    err.write(`${nl.noFile("path" in error ? String(error.path) : request.file, error.message)}\n`);
    return 2;
  }
  throw error;
}
