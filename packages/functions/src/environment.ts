import { createPrivateKey } from "node:crypto";
import { MunicipalityCode } from "@hevel/core";
import * as z from "zod";

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
  HEVEL_STAFF_IDENTITY: json(
    z.record(z.string(), z.object({ issuer: z.url(), clientId: z.string().min(1) })),
  ).optional(),
  HEVEL_OIDC_PRIVATE_KEY: z.string().optional(),
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
