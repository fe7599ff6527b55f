import type { IsoDate } from "../calendar.ts";

/** What a receipt is called when it is kept on a computer, without its ending. */
export interface ReceiptOf {
  readonly spentOn: IsoDate;
  readonly supplier: string;
  readonly isSupplierPerson: boolean;
  readonly amountCents: number;
}

/** A file name that a person can read: day, shop and amount, such as `bon-2026-11-21-praxis-12,50`. Of a person no name. */
export function receiptName({ spentOn, supplier, isSupplierPerson, amountCents }: ReceiptOf): string {
  const cents = String(amountCents % 100).padStart(2, "0");
  const shop = isSupplierPerson ? "" : plain(supplier);
  return ["bon", spentOn, shop, `${Math.floor(amountCents / 100)},${cents}`].filter(Boolean).join("-");
}

/** Letters and digits every file system takes, at most forty. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
}
