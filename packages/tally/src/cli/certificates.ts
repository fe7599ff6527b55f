import { readFile, writeFile } from "node:fs/promises";
import { canonicalText } from "../canonical.ts";
import { type Certificate, certify } from "../certificate.ts";
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
    // The checker refuses whatever is not what it claims to be; a shape that makes it stumble is refused below.
    const certificate = JSON.parse(text) as Certificate;
    const { problems, unproven } = checkCertificate(certificate, canonicalText(election));
    const settled = problems.length > 0 || unproven.length === 0 ? [] : recount(certificate, election);
    const all = [...problems, ...settled];
    return { valid: all.length === 0, problems: all, recounted: unproven, winners: certificate.winners };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { valid: false, problems: [`this is not a certificate: ${reason}`], recounted: [], winners: [] };
  }
}

function recount(certificate: Certificate, election: Election): string[] {
  const again = certify(election, count(election, certificate.parameters));
  return again.sha256 === certificate.sha256 ? [] : ["not so: counting again gives the same certificate"];
}
