import process from "node:process";
import { apiVersion, type LogLine, type Portal } from "@hevel/api";
import { compose, type OpenFiles } from "./composition.ts";
import { type Environment, signingKey } from "./environment.ts";
import { isLoopback } from "./staff-identity-settings.ts";

/** The portal as the API knows it. */
export function createPortal(variables: Readonly<Record<string, string | undefined>>): Portal {
  const { environment, depsFor, originOf } = compose(variables, openFilesWith(variables));
  const { HEVEL_MUNICIPALITIES: hosts } = environment;
  return {
    version: apiVersion,
    originOf,
    municipalityOf: (host) => hosts[host],
    depsFor,
    staffIdentityOf: staffIdentitiesIn(environment),
    log: writeLine,
  };
}

/** The file store, in the way its client is told where it is. */
function openFilesWith(variables: Readonly<Record<string, string | undefined>>): OpenFiles {
  const forcePathStyle = variables["AWS_ENDPOINT_URL_S3"] !== undefined;
  return async (municipality, { HEVEL_BUCKET: bucket }) => {
    const [{ S3Client }, { createFiles }] = await Promise.all([
      import("@aws-sdk/client-s3"),
      import("@hevel/store/files"),
    ]);
    return createFiles({ client: new S3Client({ forcePathStyle }), bucket, municipality });
  };
}

/** How staff sign in, per municipality; nobody's do where what proves to the provider who we are is missing. */
function staffIdentitiesIn(environment: Environment): Portal["staffIdentityOf"] {
  const {
    HEVEL_STAFF_IDENTITY: identities,
    HEVEL_OIDC_PRIVATE_KEY: pem,
    HEVEL_OIDC_CLIENT_SECRETS: secrets,
  } = environment;
  const privateKey = pem === undefined ? undefined : signingKey(pem);
  return (municipality) => {
    const identity = identities?.[municipality];
    const secret = secrets?.[municipality];
    if (identity === undefined) return undefined;
    const { authentication, ...rest } = identity;
    const allowsHttp = isLoopback(identity.issuer);
    if (authentication.method === "private_key_jwt")
      return privateKey && { ...rest, allowsHttp, authentication: { ...authentication, privateKey } };
    return secret === undefined ? undefined : { ...rest, allowsHttp, authentication: { ...authentication, secret } };
  };
}

/** One line of JSON per request on standard output, where Lambda collects it. */
export function writeLine(line: LogLine): void {
  if (process.env["HEVEL_LOG"] === "off") return;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
