import type { ClientMetadata, Configuration } from "oidc-provider";
import type { StaffAccount } from "./staff-account.ts";

/** What of the portal's assertion a provider may be strict about. */
export type Assertion = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly audience: unknown;
  readonly tokenEndpoint: string;
};

/** In what a provider differs from another: how it knows the portal, and under which names it says who somebody is. */
export type ProviderManner = {
  /** How the portal must prove who it is. */
  readonly client: Partial<ClientMetadata>;
  /** What the provider refuses of a signature beyond its being right; a sentence, or nothing. */
  readonly objects?: (assertion: Assertion) => string | undefined;
  readonly claims: { readonly groups: string; readonly name: string; readonly email: string };
  /** The scope that gives the groups; without it they come with `openid`. */
  readonly groupScope?: string;
  /** One group is said as a text, several as a list (ADFS). */
  readonly saysOneGroupAsText?: boolean;
};

/** The claims of an account, in this manner. */
export function claimsOf({ username, name, email, groups }: StaffAccount, manner: ProviderManner) {
  const [first] = groups;
  const said = manner.saysOneGroupAsText === true && groups.length === 1 ? first : [...groups];
  return {
    sub: username,
    email_verified: true,
    [manner.claims.name]: name,
    [manner.claims.email]: email,
    [manner.claims.groups]: said,
  };
}

/** Which scope gives which claims. */
export function scopesOf({ claims, groupScope }: ProviderManner): NonNullable<Configuration["claims"]> {
  return {
    openid: groupScope === undefined ? ["sub", claims.groups] : ["sub"],
    profile: [claims.name],
    email: [claims.email, "email_verified"],
    ...(groupScope !== undefined && { [groupScope]: [claims.groups] }),
  };
}

/** Every scope the portal may be given. */
export const grantedScope = ({ groupScope }: ProviderManner): string =>
  ["openid", "profile", "email", groupScope].filter((scope) => scope !== undefined).join(" ");
