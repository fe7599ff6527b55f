import { createPrivateKey } from "node:crypto";
import { localCredentials, REGION } from "./aws.ts";
import type { Parts } from "./parts.ts";

/**
 * What the functions of the product are told, under the same names as in production (infra/lambda.ts, infra/api.ts). The `AWS_` names are those
 * of the AWS SDK itself, so its clients find the local parts without a line of code.
 */
export function portalEnvironment(
  parts: Parts,
  { siteOrigin, municipality, pepper }: { siteOrigin: string; municipality: string; pepper: string },
): Record<string, string> {
  const { issuer, clientId, clientKey } = parts.identity;
  return {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: parts.engine.endpoint,
    AWS_ENDPOINT_URL_S3: parts.files.endpoint,
    AWS_ENDPOINT_URL_SES: parts.mailbox.endpoint,
    // One line per request is for a log to keep, not for a person at a terminal.
    HEVEL_LOG: "off",
    HEVEL_TABLE: parts.tableName,
    HEVEL_BUCKET: parts.files.bucket,
    HEVEL_MAIL_FROM: "Hevel Voorbeeldstad <hevel@voorbeeldstad.example>",
    HEVEL_PEPPER: pepper,
    HEVEL_SITE_URL: siteOrigin,
    HEVEL_MUNICIPALITIES: JSON.stringify({ [new URL(siteOrigin).host]: municipality }),
    HEVEL_STAFF_IDENTITY: JSON.stringify({ [municipality]: { issuer, clientId } }),
    HEVEL_OIDC_PRIVATE_KEY: createPrivateKey({ key: { ...clientKey }, format: "jwk" })
      .export({ type: "pkcs8", format: "pem" })
      .toString(),
  };
}
