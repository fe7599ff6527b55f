import { readFile, writeFile } from "node:fs/promises";
import { canonicalText } from "../canonical.ts";
import { type Certificate, certify, TALLY_VERSION } from "../certificate.ts";
import { checkCertificate } from "../check-certificate.ts";
import { count } from "../count.ts";
import type { Election } from "../election.ts";
import type { Outcome } from "../outcome.ts";

/** Writes the certificate, and beside it the canonical input it speaks of. @returns both paths. */
export async function writeCertificate(path: string, election: Election, outcome: Outcome): Promise<[string, string]> {
  const input = `${path}.input.json`;
  await writeFile(path, `${JSON.stringify(certify(election, outcome), null, 2)}\n`);
  await writeFile(input, canonicalText(election));
  return [path, input];
}

/** What a check of a certificate came to. */
export interface Verification {
  readonly valid: boolean;
  /** Claims that do not hold. */
  readonly problems: readonly string[];
  /** Claims the checker cannot settle; they were settled by counting again. */
  readonly recounted: readonly string[];
  /** Of the certificate; they are the winners when it is valid. */
  readonly winners: readonly string[];
}

/** Checks a certificate against an election; what the checker leaves open is counted again. */
export async function verifyCertificate(path: string, election: Election): Promise<Verification> {
  const text = await readFile(path, "utf8");
  try {
    // The checker throws on whatever is not what it claims to be, a shape it cannot read included.
    const certificate = JSON.parse(text) as Certificate;
    const recounted = checkCertificate(certificate, canonicalText(election));
    const problems = differences(certificate, election, recounted.length > 0);
    return { valid: problems.length === 0, problems, recounted, winners: certificate.winners };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = reason.startsWith("not so: ") ? reason : `this is not a certificate: ${reason}`;
    return { valid: false, problems: [problem], recounted: [], winners: [] };
  }
}

function differences(certificate: Certificate, election: Election, countAgain: boolean): string[] {
  const { version } = certificate;
  if (version !== TALLY_VERSION)
    return [`the certificate follows version ${version} of the rules, not ${TALLY_VERSION}`];
  if (!countAgain) return [];
  const again = certify(election, count(election, certificate.parameters));
  return again.sha256 === certificate.sha256 ? [] : ["not so: counting again gives the same certificate"];
}
