import type { Deps, Files, MunicipalityCode } from "@hevel/core";
import { createDigest, createDocumentClient, createIds, createStore } from "@hevel/store";
import { type Environment, readEnvironment } from "./environment.ts";
import { createFilesOnDemand } from "./files.ts";

/** Settings change a few times a year: so long a process may use what it read. */
const settingsMs = 10_000;

/** What every function is composed of: `depsFor` gives a verb all it needs, for one municipality. */
export interface Composition {
  readonly environment: Environment;
  /** Every municipality of this deployment. */
  readonly municipalities: readonly MunicipalityCode[];
  readonly depsFor: (municipality: MunicipalityCode) => Promise<Deps | undefined>;
  /** Origin of a municipality's site. */
  readonly originOf: (municipality: MunicipalityCode) => string;
}

/** Opens the files of one municipality, when the first one is asked for. */
export type OpenFiles = (municipality: MunicipalityCode, environment: Environment) => Promise<Files>;

/** A function that is not told how to open files has none: it carries neither their client nor their permissions. */
const noFiles: OpenFiles = () => Promise.reject(new Error("This function has no files."));

/** Composes the adapters. AWS clients take region, credentials and endpoints from the environment, as the SDK does. */
export function compose(
  variables: Readonly<Record<string, string | undefined>>,
  openFiles: OpenFiles = noFiles,
): Composition {
  const environment = readEnvironment(variables);
  const client = createDocumentClient({});
  const digest = createDigest(environment.HEVEL_PEPPER);
  const ids = createIds();
  const clock = { now: () => new Date() };
  const hosts = Object.entries(environment.HEVEL_MUNICIPALITIES);
  const { protocol } = new URL(environment.HEVEL_SITE_URL);
  const known = new Map<MunicipalityCode, { deps: Deps; until: number }>();

  async function depsFor(municipality: MunicipalityCode): Promise<Deps | undefined> {
    const kept = known.get(municipality);
    if (kept !== undefined && kept.until > Date.now()) return kept.deps;
    const store = createStore({ client, table: environment.HEVEL_TABLE, municipality });
    const settings = await store.get("municipality", {});
    if (settings === undefined) return undefined;
    const files = createFilesOnDemand(() => openFiles(municipality, environment));
    const deps: Deps = { store, clock, ids, digest, files, municipality: settings };
    known.set(municipality, { deps, until: Date.now() + settingsMs });
    return deps;
  }

  return {
    environment,
    municipalities: [...new Set(hosts.map(([, code]) => code))],
    depsFor,
    originOf: (municipality) => {
      const host = hosts.find(([, code]) => code === municipality)?.[0];
      return host === undefined ? new URL(environment.HEVEL_SITE_URL).origin : `${protocol}//${host}`;
    },
  };
}
