import { type GivenStaffIdentity, problemsOf } from "../packages/functions/src/staff-identity-settings.ts";

/** What a stage is told about the municipalities it serves. It comes from `.env.<stage>` or the pipeline, never from source. */
export type StageSettings = {
  /** Host name to municipality code, such as `{"hevel.voorbeeldstad.example": "GM9999"}`; `*` is any host, for a trial stage. */
  readonly municipalities: Readonly<Record<string, string>>;
  /** The host names among them, the first one being the stage's main address. Empty for a trial stage without its own domain. */
  readonly hosts: readonly string[];
  /** The sender of every letter: an address, or a name and an address in angle brackets. */
  readonly mailFrom: string;
  /** The address within `mailFrom`. */
  readonly mailAddress: string;
  /** The domain of that address, which Amazon SES signs for. */
  readonly mailDomain: string;
  /** A validated certificate in us-east-1 for all hosts. Without it the hosts must be in Route 53 of the same account. */
  readonly certificateArn?: string;
  /** Municipality code to the OpenID provider of its staff; without one its staff cannot sign in. */
  readonly staffIdentity: Readonly<Record<string, GivenStaffIdentity>>;
  /** Who is written to when an alarm goes off. */
  readonly alarmAddress?: string;
};

const municipalityCode = /^GM\d{4}$/;
const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const mailbox = /^(?:[^<>\r\n]+ <([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/;
const certificate = /^arn:aws:acm:us-east-1:\d{12}:certificate\/\S+$/;

/**
 * Reads `HEVEL_MUNICIPALITIES`, `HEVEL_MAIL_FROM`, `HEVEL_STAFF_IDENTITY`, `HEVEL_CERTIFICATE_ARN` and `HEVEL_ALARM_ADDRESS`.
 *
 * @throws Error that lists everything that is missing or wrong, before anything is deployed.
 */
export function readStageSettings(env: Readonly<Record<string, string | undefined>>): StageSettings {
  const problems: string[] = [];
  const municipalities = readMunicipalities(env["HEVEL_MUNICIPALITIES"], problems);
  const staffIdentity = readStaffIdentity(env["HEVEL_STAFF_IDENTITY"], Object.values(municipalities), problems);
  const mailFrom = env["HEVEL_MAIL_FROM"] ?? "";
  const [, named, bare] = mailbox.exec(mailFrom) ?? [];
  const mailAddress = named ?? bare ?? "";
  if (mailAddress === "") problems.push('HEVEL_MAIL_FROM must be an address, such as "Hevel <noreply@hevel.example>"');
  const certificateArn = env["HEVEL_CERTIFICATE_ARN"];
  if (certificateArn && !certificate.test(certificateArn)) {
    problems.push("HEVEL_CERTIFICATE_ARN must be the ARN of a certificate in us-east-1, where CloudFront looks for it");
  }
  const alarmAddress = env["HEVEL_ALARM_ADDRESS"];
  if (alarmAddress && !mailbox.test(alarmAddress)) problems.push("HEVEL_ALARM_ADDRESS must be an e-mail address");
  if (problems.length > 0)
    throw new Error(`This stage is not configured (docs/operating.md):\n- ${problems.join("\n- ")}`);
  return {
    municipalities,
    hosts: Object.keys(municipalities).filter((host) => host !== "*"),
    mailFrom,
    mailAddress,
    mailDomain: mailAddress.slice(mailAddress.indexOf("@") + 1),
    staffIdentity,
    ...(certificateArn && { certificateArn }),
    ...(alarmAddress && { alarmAddress }),
  };
}

/** Where a browser may send files from. A trial stage gets its host name from CloudFront, after the bucket exists. */
export function uploadOrigins({ hosts }: Pick<StageSettings, "hosts">): string[] {
  return hosts.length > 0 ? hosts.map((host) => `https://${host}`) : ["https://*.cloudfront.net"];
}

/** Host name to municipality code as the API reads it, now that the site's address is known. */
export function municipalitiesAt(
  siteUrl: string,
  { municipalities }: Pick<StageSettings, "municipalities">,
): Readonly<Record<string, string>> {
  const trial = municipalities["*"];
  return trial === undefined ? municipalities : { [new URL(siteUrl).host]: trial };
}

function readMunicipalities(text: string | undefined, problems: string[]): Record<string, string> {
  const example = '{"hevel.voorbeeldstad.example": "GM9999"}';
  const parsed = parseJson(text ?? "");
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed) || Object.keys(parsed).length === 0) {
    problems.push(`HEVEL_MUNICIPALITIES must be a JSON object of host name to municipality code, such as ${example}`);
    return {};
  }
  const municipalities: Record<string, string> = {};
  for (const [host, code] of Object.entries(parsed)) {
    if (host !== "*" && !hostName.test(host))
      problems.push(`HEVEL_MUNICIPALITIES: "${host}" is not a host name in lower case`);
    if (typeof code !== "string" || !municipalityCode.test(code)) {
      problems.push(`HEVEL_MUNICIPALITIES: the code of "${host}" must be GM and four digits`);
    } else {
      municipalities[host] = code;
    }
  }
  if ("*" in parsed && Object.keys(parsed).length > 1) problems.push('HEVEL_MUNICIPALITIES: "*" must stand alone');
  return municipalities;
}

function readStaffIdentity(text: string | undefined, codes: readonly string[], problems: string[]) {
  const example = '{"GM9999": {"issuer": "https://login.voorbeeldstad.example", "clientId": "hevel"}}';
  const given = text === undefined ? {} : parseJson(text);
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    problems.push(`HEVEL_STAFF_IDENTITY must be a JSON object, such as ${example}`);
    return {};
  }
  const identities: Record<string, GivenStaffIdentity> = {};
  for (const [code, identity] of Object.entries(given)) {
    if (!codes.includes(code)) problems.push(`HEVEL_STAFF_IDENTITY: ${code} is not among the municipalities`);
    const wrong = problemsOf(identity);
    // As it was given: the functions read it by the same rule (docs/staff-sign-in.md).
    if (wrong === undefined) identities[code] = identity;
    else problems.push(`HEVEL_STAFF_IDENTITY: ${code}:\n${wrong}`);
  }
  return identities;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
