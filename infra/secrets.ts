/** Set with `sst secret set NAME --stage STAGE`, the value on standard input; a deploy stops with a sentence when one is missing. */
export const secrets = {
  /** Private key (PEM, PKCS#8) with which the portal proves who it is to the municipalities' OpenID providers. */
  oidcPrivateKey: new sst.Secret("OidcPrivateKey"),
  /** JSON, municipality code -> secret: only for providers that know nothing else (docs/staff-sign-in.md). */
  oidcClientSecrets: new sst.Secret("OidcClientSecrets", "{}"),
  /** At least 32 random bytes, base64: mixed into the hash of every sign-in code, address and session id. */
  pepper: new sst.Secret("Pepper"),
};
