import type { Enterprise } from "./enterprise.ts";

/** Whether everybody may see an enterprise: what an officer refused is only for its board and city hall. */
export function isPublic(enterprise: Pick<Enterprise, "status">): boolean {
  return enterprise.status !== "refused";
}
