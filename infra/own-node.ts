import { join } from "node:path";
import process from "node:process";

/** The Node of this repository, which runs what does not survive being bundled into the program that SST runs. */
export function ownNode(root: string): string {
  return join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
}
