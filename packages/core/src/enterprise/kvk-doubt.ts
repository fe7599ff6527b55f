import * as z from "zod";
import { EnterpriseId } from "../ids.ts";

/** Another enterprise that gave the same KvK number; for city hall only: the form tells nobody what others gave. */
export const KvkDoubt = z.strictObject({ enterpriseId: EnterpriseId, name: z.string() }).meta({ id: "KvkDoubt" });
export type KvkDoubt = z.infer<typeof KvkDoubt>;
