import { stdout } from "node:process";
import { synthesizeFoundation } from "./foundation.ts";

stdout.write(`${JSON.stringify(synthesizeFoundation(), null, 2)}\n`);
