import { argv } from "node:process";
import { bundleFunction, functionFiles } from "./bundle.ts";

// node packages/functions/build/bundle-cli.ts NAME FOLDER: what a deploy calls for each function (infra/lambda.ts).
const [, , name, folder] = argv;
const file = functionFiles.find((one) => one === name);
if (file === undefined || folder === undefined)
  throw new Error(`Give one of ${functionFiles.join(", ")}, and a folder.`);
await bundleFunction(file, folder);
