/** An IBAN that is recognised and not copied: its first four and last four characters. */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} **** ${iban.slice(-4)}`;
