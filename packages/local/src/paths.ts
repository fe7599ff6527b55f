import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const repositoryDir: string = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Everything the local portal writes; ignored by git, safe to remove when nothing runs. */
const localDir: string = join(repositoryDir, ".local");

/** What is kept from one start to the next; `HEVEL_DATA_DIR` puts it elsewhere. */
export const dataDir: string = process.env["HEVEL_DATA_DIR"] ?? join(localDir, "data");

/** What can be made again from the sources. */
export const cacheDir: string = join(localDir, "cache");
