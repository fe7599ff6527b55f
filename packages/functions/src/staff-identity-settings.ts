import * as z from "zod";

/** A fingerprint as `openssl x509 -fingerprint` and the screens of providers show it: pairs of hexadecimal digits. */
const fingerprint = (bytes: number) =>
  z
    .string()
    .transform((text) => text.replace(/[^0-9a-f]/gi, ""))
    .refine((hex) => hex.length === bytes * 2, `must be ${bytes} bytes as hexadecimal digits`)
    .transform((hex) => Buffer.from(hex, "hex").toString("base64url"));

/** With a signature of our key (RFC 7523): nobody but us ever holds what proves who we are. */
const BySignature = z.strictObject({
  method: z.literal("private_key_jwt"),
  /** What follows from the key when left out: ES256 for an elliptic curve, PS256 for RSA. */
  algorithm: z.enum(["ES256", "PS256", "RS256"]).optional(),
  /** The key's name at a provider that knows keys by name (`kid`). */
  keyId: z.string().min(1).optional(),
  /** SHA-1 of the certificate, where a provider knows our key by one (`x5t`). */
  certificateSha1: fingerprint(20).optional(),
  /** SHA-256 of the certificate (`x5t#S256`). */
  certificateSha256: fingerprint(32).optional(),
  /** For whom the signature is: the provider by its name, or the address the code is redeemed at. */
  audience: z.enum(["issuer", "token_endpoint"]).default("issuer"),
});

/** With a secret that the provider holds too: only where it knows nothing else. The secret itself is among the stage's secrets. */
const BySecret = z.strictObject({ method: z.enum(["client_secret_basic", "client_secret_post"]) });

const scopes = z
  .string()
  .regex(/^[!#-[\]-~]+( [!#-[\]-~]+)*$/, "must be words with one blank between them")
  .refine((text) => text.split(" ").includes("openid"), "must hold openid");

/** How the staff of one municipality sign in (docs/staff-sign-in.md). */
export const StaffIdentitySettings = z.strictObject({
  issuer: z.url().refine((url) => url.startsWith("https://") || isLoopback(url), "must begin with https://"),
  clientId: z.string().min(1),
  /** What is asked of the provider. */
  scope: scopes.default("openid profile email groups"),
  /** Under which names the provider says what we need to know. */
  claims: z
    .strictObject({
      groups: z.string().min(1).default("groups"),
      name: z.string().min(1).default("name"),
      email: z.string().min(1).default("email"),
    })
    .prefault({}),
  authentication: z.discriminatedUnion("method", [BySignature, BySecret]).prefault({ method: "private_key_jwt" }),
});
/** The settings as somebody gives them: what they leave out is filled in. */
export type GivenStaffIdentity = z.input<typeof StaffIdentitySettings>;

/** What is wrong with settings, for whoever gave them; undefined when nothing is. */
export function problemsOf(given: unknown): string | undefined {
  const { error } = StaffIdentitySettings.safeParse(given);
  return error && z.prettifyError(error);
}

/** On this machine itself there is no TLS; anywhere else plain HTTP is refused. */
export function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
