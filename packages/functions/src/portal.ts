import process from "node:process";
import { apiVersion, type LogLine, type Portal } from "@hevel/api";
import { compose, type OpenFiles } from "./composition.ts";
import { signingKey } from "./environment.ts";

/** The portal as the API knows it. */
export function createPortal(variables: Readonly<Record<string, string | undefined>>): Portal {
  const { environment, depsFor, originOf } = compose(variables, openFilesWith(variables));
  const { HEVEL_MUNICIPALITIES: hosts, HEVEL_STAFF_IDENTITY: identities, HEVEL_OIDC_PRIVATE_KEY: pem } = environment;
  const privateKey = pem === undefined ? undefined : signingKey(pem);
  return {
    version: apiVersion,
    originOf,
    municipalityOf: (host) => hosts[host],
    depsFor,
    staffIdentityOf: (municipality) => {
      const identity = identities?.[municipality];
      if (identity === undefined || privateKey === undefined) return undefined;
      return { ...identity, privateKey, allowsHttp: isLoopback(identity.issuer) };
    },
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

/** On this machine itself there is no TLS; anywhere else plain HTTP is refused. */
function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

/** One line of JSON per request on standard output, where Lambda collects it. */
export function writeLine(line: LogLine): void {
  if (process.env["HEVEL_LOG"] === "off") return;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
