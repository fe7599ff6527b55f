import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const repositoryDir: string = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Everything the local portal writes; ignored by git, safe to remove when nothing runs. */
export const localDir: string = join(repositoryDir, ".local");

/** What can be made again from the sources: kept by `--fresh`. */
export const cacheDir: string = join(localDir, "cache");
