/** Letters of a bank that does not exist. */
const bank = "HEVL";

/** An account number with the right check digits (ISO 13616) at a bank that does not exist. */
export function fictionalIban(number: number): string {
  const account = `${bank}${String(number).padStart(10, "0")}`;
  const digits = `${account}NL00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `NL${String(98n - (BigInt(digits) % 97n)).padStart(2, "0")}${account}`;
}
