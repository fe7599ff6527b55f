import * as z from "zod";
import { EnterpriseId } from "../ids.ts";

/**
 * Why an officer looks at a name first: it looks like the municipality's own, like that of somebody people obey, or like
 * another enterprise's. `name` of another enterprise is for city hall only.
 */
export const NameDoubt = z
  .discriminatedUnion("like", [
    z.strictObject({ like: z.literal("municipality") }),
    z.strictObject({ like: z.literal("authority"), authority: z.string() }),
    z.strictObject({ like: z.literal("enterprise"), enterpriseId: EnterpriseId, name: z.string() }),
  ])
  .meta({ id: "NameDoubt" });
export type NameDoubt = z.infer<typeof NameDoubt>;
