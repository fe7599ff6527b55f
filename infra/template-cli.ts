import { env, stdout } from "node:process";
import { synthesizeFoundation } from "./foundation.ts";

// Without these the template is the one every stage starts from; deploying sets them (storage.ts).
const siteOrigins = (env["HEVEL_SITE_ORIGINS"] ?? "").split(" ").filter((origin) => origin !== "");
const stage = env["HEVEL_STAGE"] ?? "local";
const data = env["HEVEL_DATA"] === "kept" ? "kept" : "trial";

stdout.write(`${JSON.stringify(synthesizeFoundation({ siteOrigins, stage, data }), null, 2)}\n`);
