import { describe, expect, test } from "vitest";
import { municipalitiesAt, readStageSettings, uploadOrigins } from "./stage-settings.ts";

const good = {
  HEVEL_MUNICIPALITIES: '{"hevel.voorbeeldstad.example": "GM9999", "hevel.elders.example": "GM9998"}',
  HEVEL_MAIL_FROM: "Hevel Voorbeeldstad <hevel@post.voorbeeldstad.example>",
};

describe("the settings of a stage", () => {
  test("say which hosts serve which municipality, and who sends the letters", () => {
    expect(readStageSettings(good)).toEqual({
      municipalities: { "hevel.voorbeeldstad.example": "GM9999", "hevel.elders.example": "GM9998" },
      hosts: ["hevel.voorbeeldstad.example", "hevel.elders.example"],
      mailFrom: "Hevel Voorbeeldstad <hevel@post.voorbeeldstad.example>",
      mailAddress: "hevel@post.voorbeeldstad.example",
      mailDomain: "post.voorbeeldstad.example",
      staffIdentity: {},
    });
  });

  test("may name a bare address, a certificate and who gets the alarms", () => {
    const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/abc";
    expect(
      readStageSettings({
        ...good,
        HEVEL_MAIL_FROM: "hevel@voorbeeldstad.example",
        HEVEL_CERTIFICATE_ARN: certificateArn,
        HEVEL_ALARM_ADDRESS: "beheer@voorbeeldstad.example",
      }),
    ).toMatchObject({
      mailAddress: "hevel@voorbeeldstad.example",
      certificateArn,
      alarmAddress: "beheer@voorbeeldstad.example",
    });
  });

  test("may leave the host name of a trial stage to CloudFront", () => {
    expect(readStageSettings({ ...good, HEVEL_MUNICIPALITIES: '{"*": "GM9999"}' })).toMatchObject({
      municipalities: { "*": "GM9999" },
      hosts: [],
    });
  });

  test("may name where the staff of a municipality sign in", () => {
    const HEVEL_STAFF_IDENTITY = '{"GM9998": {"issuer": "https://login.elders.example", "clientId": "hevel"}}';
    expect(readStageSettings({ ...good, HEVEL_STAFF_IDENTITY }).staffIdentity).toEqual({
      GM9998: { issuer: "https://login.elders.example", clientId: "hevel" },
    });
  });

  test("may say how the provider knows us, and under which names it says who somebody is", () => {
    const entra = {
      issuer: "https://login.microsoftonline.com/tenant/v2.0",
      clientId: "11111111-2222-3333-4444-555555555555",
      scope: "openid profile email",
      claims: { groups: "roles", email: "preferred_username" },
      authentication: {
        method: "private_key_jwt",
        certificateSha256: `${"AB:".repeat(31)}AB`,
        audience: "token_endpoint",
      },
    };
    const HEVEL_STAFF_IDENTITY = JSON.stringify({ GM9998: entra });
    expect(readStageSettings({ ...good, HEVEL_STAFF_IDENTITY }).staffIdentity).toEqual({ GM9998: entra });
  });

  const withSettings = (more: object) =>
    JSON.stringify({ GM9999: { issuer: "https://login.example", clientId: "hevel", ...more } });
  test.each([
    ["with a field nobody knows", withSettings({ tenant: "x" })],
    ["with a scope that asks for no sign-in", withSettings({ scope: "profile email" })],
    ["with a scope that is no scope", withSettings({ scope: 'openid "x"' })],
    [
      "with a fingerprint that is cut off",
      withSettings({ authentication: { method: "private_key_jwt", certificateSha256: "AB:CD" } }),
    ],
    ["with a way to prove who we are that nobody knows", withSettings({ authentication: { method: "none" } })],
    ["with its secret in the open", withSettings({ authentication: { method: "client_secret_post", secret: "x" } })],
    ["not JSON", "hevel"],
    ["of a municipality that is not served", '{"GM0001": {"issuer": "https://login.example", "clientId": "hevel"}}'],
    ["reached without TLS", '{"GM9999": {"issuer": "http://login.example", "clientId": "hevel"}}'],
    ["without our name there", '{"GM9999": {"issuer": "https://login.example", "clientId": ""}}'],
    ["just an address", '{"GM9999": "https://login.example"}'],
  ])("refuse an identity provider that is %s", (_what, HEVEL_STAFF_IDENTITY) => {
    expect(() => readStageSettings({ ...good, HEVEL_STAFF_IDENTITY })).toThrow("HEVEL_STAFF_IDENTITY");
  });

  test("decide where files may be sent from", () => {
    expect(uploadOrigins(readStageSettings(good))).toEqual([
      "https://hevel.voorbeeldstad.example",
      "https://hevel.elders.example",
    ]);
    expect(uploadOrigins({ hosts: [] })).toEqual(["https://*.cloudfront.net"]);
  });

  test("become complete for a trial stage once its address is known, and stay as they are for others", () => {
    const settings = readStageSettings(good);
    expect(municipalitiesAt("https://hevel.voorbeeldstad.example", settings)).toEqual(settings.municipalities);
    expect(municipalitiesAt("https://d111.cloudfront.net", { municipalities: { "*": "GM9999" } })).toEqual({
      "d111.cloudfront.net": "GM9999",
    });
  });

  test("are all refused at once when none is given", () => {
    expect(() => readStageSettings({})).toThrow(/HEVEL_MUNICIPALITIES[\s\S]*HEVEL_MAIL_FROM/);
  });

  test.each([
    ["not JSON", "GM9999"],
    ["a list", '["GM9999"]'],
    ["empty", "{}"],
    ["a host in capitals", '{"Hevel.Voorbeeldstad.example": "GM9999"}'],
    ["a host with a scheme", '{"https://hevel.voorbeeldstad.example": "GM9999"}'],
    ["a host without a domain", '{"localhost": "GM9999"}'],
    ["a code of three digits", '{"hevel.voorbeeldstad.example": "GM999"}'],
    ["a code that is a number", '{"hevel.voorbeeldstad.example": 9999}'],
    ["any host beside a named one", '{"*": "GM9999", "hevel.voorbeeldstad.example": "GM9998"}'],
  ])("refuse municipalities that are %s", (_what, HEVEL_MUNICIPALITIES) => {
    expect(() => readStageSettings({ ...good, HEVEL_MUNICIPALITIES })).toThrow("HEVEL_MUNICIPALITIES");
  });

  test.each([
    ["a name without an address", "Hevel"],
    ["an address that is not closed", "Hevel <hevel@voorbeeldstad.example"],
    ["a second line", "Hevel\nBcc: x <hevel@voorbeeldstad.example>"],
  ])("refuse a sender that is %s", (_what, HEVEL_MAIL_FROM) => {
    expect(() => readStageSettings({ ...good, HEVEL_MAIL_FROM })).toThrow("HEVEL_MAIL_FROM");
  });

  test("refuse a certificate of another region, which CloudFront cannot use", () => {
    const HEVEL_CERTIFICATE_ARN = "arn:aws:acm:eu-central-1:123456789012:certificate/abc";
    expect(() => readStageSettings({ ...good, HEVEL_CERTIFICATE_ARN })).toThrow("HEVEL_CERTIFICATE_ARN");
  });
});
