import { isValidIBAN } from "ibantools";
import { cleanCode } from "./digits.ts";

/**
 * The IBAN in what was typed, in electronic format: `IBAN: nl91 abna-0417.1643 00`. Undefined when country, length or
 * check digits are wrong (ISO 13616).
 */
export function readIban(typed: string): string | undefined {
  const iban = cleanCode(typed)
    .replace(/^iban[\s-]*(?:nummer|nr\.?)?\s*:?/i, "")
    .replace(/[\s.-]/g, "")
    .toUpperCase();
  return isValidIBAN(iban) ? iban : undefined;
}

/** An IBAN in groups of four, as it stands on a card. */
export function groupIban(iban: string): string {
  return iban.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ");
}
