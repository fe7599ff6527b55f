import { cleanLine } from "@hevel/api/client";

const plain = (name: string) => cleanLine(name).replace(/\s+/g, " ").toLowerCase();

/** Whether an account is in the name of its enterprise: as it was typed, but for capitals and spaces. */
export const isOwnAccount = (holder: string, enterprise: string): boolean => plain(holder) === plain(enterprise);
