import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";

/** npm runs scripts in the root of the repository; a relative path is meant from where the command was typed. */
export function locate(path: string): string {
  const typedIn = process.env["INIT_CWD"];
  return typedIn === undefined || existsSync(resolve(path)) ? resolve(path) : resolve(typedIn, path);
}

/** Where a file that is to be written is meant: beside where the command was typed. */
export function target(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? process.cwd(), path);
}

/** SHA-256 of the bytes of a file as they are, in hexadecimal; also of a file that turns out to be unreadable. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
