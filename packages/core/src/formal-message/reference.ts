import type { FormalMessageId } from "../ids.ts";

/** The number by which people call a message, such as `FB-2026-7K3M-9QXD`: the year, and the last 40 random bits of its id. */
export function referenceOf(id: FormalMessageId, receivedAt: string): string {
  return `FB-${receivedAt.slice(0, 4)}-${id.slice(-8, -4)}-${id.slice(-4)}`;
}
