import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const root = join(import.meta.dirname, "..");

/** Licences under which a part may be shipped with work under the EUPL 1.2, without more than being listed. */
const plain = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "EUPL-1.2",
  "ISC",
  "MIT",
  "MIT-0",
  "Unlicense",
  "Zlib",
]);
/** Licences that ask for more: such a part is named in packages/web/public/notices.txt. */
const noticed = new Set(["LGPL-3.0", "LGPL-3.0-or-later", "MPL-2.0", "OFL-1.1"]);

/** A part as the bill of materials (CycloneDX) names it. */
export interface Part {
  readonly name: string;
  readonly group?: string;
  readonly licenses?: readonly {
    readonly expression?: string;
    readonly license?: { readonly id?: string; readonly name?: string };
  }[];
}

/** What stands in the way of shipping these parts: a licence nobody looked at, or a part that is not in the notices. */
export function problemsWith(parts: readonly Part[], notices: string): readonly string[] {
  return parts.flatMap((part) => {
    const { name } = part;
    const full = part.group === undefined ? name : `${part.group}/${name}`;
    const choices = choicesOf(part);
    if (choices.some((all) => all.every((licence) => plain.has(licence)))) return [];
    const isKnown = choices.some((all) => all.every((licence) => plain.has(licence) || noticed.has(licence)));
    if (!isKnown) return [`${full}: nobody looked at its licence (${choices.flat().join(", ") || "none"})`];
    return isNamed(name, notices) ? [] : [`${full}: packages/web/public/notices.txt does not name it`];
  });
}

/** A licence expression as alternatives, each of which is everything that holds together. */
function choicesOf({ licenses = [] }: Part): readonly (readonly string[])[] {
  const expressions = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? "");
  const text = expressions.join(" AND ").replace(/[()]/g, "");
  return text === "" ? [] : text.split(/ or /i).map((choice) => choice.split(/ and /i).map((one) => one.trim()));
}

/** `sharp-libvips-linux-x64` is named as libvips, `bricolage-grotesque` as Bricolage Grotesque. */
function isNamed(name: string, notices: string): boolean {
  const known = notices.toLowerCase().replaceAll("-", " ");
  const words = name.replace(/^sharp-libvips-.*/, "sharp libvips").replaceAll("-", " ");
  return known.includes(words.toLowerCase());
}

if (import.meta.main) {
  const { config } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const out = join(root, ".local", "sbom.cdx.json");
  mkdirSync(join(root, ".local"), { recursive: true });
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  // What is deployed, and what that stands on.
  const shipped = ["@hevel/functions...", "@hevel/web..."].flatMap((name) => ["--filter-prod", name]);
  const format = ["--sbom-format", "cyclonedx", "--sbom-spec-version", "1.6", "--sbom-type", "application"];
  const made = spawnSync(npx, ["--yes", `pnpm@${config.pnpm}`, ...shipped, "sbom", "--prod", ...format, "--out", out], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (made.status !== 0) throw new Error(`No bill of materials could be made:\n${made.stdout}${made.stderr}`);
  const { components } = JSON.parse(readFileSync(out, "utf8"));
  const problems = problemsWith(
    components,
    readFileSync(join(root, "packages", "web", "public", "notices.txt"), "utf8"),
  );
  console.log([`${components.length} parts, in ${out}`, ...problems].join("\n"));
  process.exitCode = problems.length > 0 ? 1 : 0;
}
