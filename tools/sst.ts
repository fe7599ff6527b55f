import process from "node:process";

// SST's command line, without what it would otherwise tell its makers about each command and stage.
process.env["SST_TELEMETRY_DISABLED"] = "1";
const cli: string = new URL("../node_modules/sst/bin/sst.mjs", import.meta.url).href;
await import(cli);
