import { join } from "node:path";

/**
 * The Node of this repository, which runs what does not survive being bundled into the program that SST runs. Installing links the program of
 * this platform there.
 */
export function ownNode(root: string): string {
  return join(root, "node_modules", ".bin", "node");
}
