import { documentation } from "./app.ts";
import { apiVersion } from "./version.ts";

process.stdout.write(`${JSON.stringify(documentation(apiVersion), null, 2)}\n`);
