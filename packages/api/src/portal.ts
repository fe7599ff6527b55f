import type { webcrypto } from "node:crypto";
import type { Deps, MunicipalityCode } from "@hevel/core";

/** One line of the log: a closed set of fields, never personal data. */
export interface LogLine {
  readonly at: string;
  readonly level: "info" | "warn" | "error";
  readonly event: "request" | "bug";
  readonly requestId: string;
  readonly municipality?: string;
  readonly method: string;
  /** The route's pattern, not the path: no ids of persons in logs. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly code?: string;
  /** Only of bugs: the stack, which holds our own file names. */
  readonly stack?: string;
}

/** What proves to an OpenID provider who we are: a signature of our key (RFC 7523), or a secret where it knows nothing else. */
export type ClientAuthentication =
  | {
      readonly method: "private_key_jwt";
      /** Our private signing key as a JWK, elliptic curve P-256 or RSA. */
      readonly privateKey: webcrypto.JsonWebKey;
      /** What follows from the key when left out: ES256, or PS256. */
      readonly algorithm?: "ES256" | "PS256" | "RS256" | undefined;
      /** How the provider finds our public key: by its name, or by the certificate it is in (base64url). */
      readonly keyId?: string | undefined;
      readonly certificateSha1?: string | undefined;
      readonly certificateSha256?: string | undefined;
      readonly audience?: "issuer" | "token_endpoint" | undefined;
    }
  | { readonly method: "client_secret_basic" | "client_secret_post"; readonly secret: string };

/** How the staff of a municipality sign in. */
export interface StaffIdentity {
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication: ClientAuthentication;
  /** What is asked of the provider. */
  readonly scope: string;
  /** Under which names it says who somebody is. */
  readonly claims: { readonly groups: string; readonly name: string; readonly email: string };
  /** Only on loopback: the local provider has no TLS. */
  readonly allowsHttp: boolean;
}

/** What the API needs from the outside; made by the composition root (Lambda or local). */
export interface Portal {
  /** Semantic version of the API, in every response. */
  readonly version: string;
  /** Origin of the site and the API, such as `https://hevel.example`; letters and CSRF checks use it. */
  readonly originOf: (municipality: MunicipalityCode) => string;
  /** The municipality a host name belongs to: the only source of the tenant before a session is read. */
  readonly municipalityOf: (host: string) => MunicipalityCode | undefined;
  /** Everything a verb needs, for one municipality; undefined when it is not set up. */
  readonly depsFor: (municipality: MunicipalityCode) => Promise<Deps | undefined>;
  readonly staffIdentityOf: (municipality: MunicipalityCode) => StaffIdentity | undefined;
  readonly log: (line: LogLine) => void;
}
