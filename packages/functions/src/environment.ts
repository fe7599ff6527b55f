import { createPrivateKey } from "node:crypto";
import { MunicipalityCode } from "@hevel/core";
import * as z from "zod";
import { StaffIdentitySettings } from "./staff-identity-settings.ts";

const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "is not JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** What a deployment tells the functions; read once, when a function is loaded. */
const Environment = z.object({
  HEVEL_TABLE: z.string().min(1),
  HEVEL_BUCKET: z.string().min(1),
  HEVEL_SITE_URL: z.url(),
  HEVEL_MAIL_FROM: z.string().min(3),
  HEVEL_PEPPER: z.string().trim().min(16),
  /** Host name -> municipality code: where a request comes in decides whose it is. */
  HEVEL_MUNICIPALITIES: json(z.record(z.string(), MunicipalityCode)),
  /** Municipality code -> the OpenID provider of its staff. Absent where no staff sign in (workers). */
  HEVEL_STAFF_IDENTITY: json(z.record(z.string(), StaffIdentitySettings)).optional(),
  HEVEL_OIDC_PRIVATE_KEY: z.string().optional(),
  /** Municipality code -> what its provider and we both know, where it takes no signature. */
  HEVEL_OIDC_CLIENT_SECRETS: json(z.record(z.string(), z.string().min(1))).optional(),
});
export type Environment = z.infer<typeof Environment>;

/** Reads the environment; a missing or malformed variable stops the function with all of them named. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const result = Environment.safeParse(variables);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete: ${problems.join("; ")}`);
}

/** The signing key of our OpenID client as a JWK, from PEM. */
export function signingKey(pem: string) {
  return createPrivateKey(pem).export({ format: "jwk" });
}
