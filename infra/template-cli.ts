import { env, stdout } from "node:process";
import { synthesizeFoundation } from "./foundation.ts";

// Without these two the template is the one every stage starts from; deploying sets them (storage.ts).
const siteOrigins = (env["HEVEL_SITE_ORIGINS"] ?? "").split(" ").filter((origin) => origin !== "");
const backupLock = env["HEVEL_BACKUP_LOCK"] === "compliance" ? "compliance" : "governance";

stdout.write(`${JSON.stringify(synthesizeFoundation({ siteOrigins, backupLock }), null, 2)}\n`);
