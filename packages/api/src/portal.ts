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

/** How staff sign in: an OpenID provider that knows us by our public key (private_key_jwt). */
export interface StaffIdentity {
  readonly issuer: string;
  readonly clientId: string;
  /** Our private signing key as a JWK (ES256 or PS256). */
  readonly privateKey: webcrypto.JsonWebKey;
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
