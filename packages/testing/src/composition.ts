import type { Deps } from "@hevel/core";
import type { Composition } from "@hevel/functions/composition";
import type { JobLine } from "@hevel/functions/log";

/** For tests: what functions are composed of, for the municipalities of these deps. */
export function compositionOf(...all: readonly Deps[]): Composition {
  return {
    environment: {
      HEVEL_TABLE: "table",
      HEVEL_BUCKET: "bucket",
      HEVEL_SITE_URL: "https://hevel.example",
      HEVEL_MAIL_FROM: "Hevel <hevel@gemeente.example>",
      HEVEL_PEPPER: "pepper-pepper-pepper",
      HEVEL_MUNICIPALITIES: {},
    },
    municipalities: all.map(({ municipality }) => municipality.code),
    depsFor: async (code) => all.find(({ municipality }) => municipality.code === code),
    originOf: (code) => `https://${code.toLowerCase()}.example`,
  };
}

/** For tests: a log to look at. */
export function keptLog(): { readonly lines: JobLine[]; readonly log: (line: JobLine) => void } {
  const lines: JobLine[] = [];
  return { lines, log: (line) => void lines.push(line) };
}
