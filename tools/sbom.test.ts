import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { problemsWith } from "./sbom.ts";

const root = join(import.meta.dirname, "..");
const notices = readFileSync(join(root, "packages", "web", "public", "notices.txt"), "utf8");
const part = (name: string, expression: string, group = "@x") => ({ name, group, licenses: [{ expression }] });

describe("a part that is shipped", () => {
  test.each(["MIT", "(MIT OR GPL-2.0-only)", "(MIT AND Zlib)", "MIT or MPL-2.0", "EUPL-1.2"])(
    "may be under %s",
    (licence) => {
      expect(problemsWith([part("one", licence)], notices)).toEqual([]);
    },
  );

  test.each(["GPL-3.0-only", "(MIT AND SSPL-1.0)", "SEE LICENSE IN x", ""])("may not be under %s unseen", (licence) => {
    expect(problemsWith([part("one", licence)], notices)).toEqual([expect.stringContaining("@x/one: nobody looked")]);
  });

  test("is named in the notices where its licence asks for that", () => {
    expect(problemsWith([part("sharp-libvips-linuxmusl-arm64", "LGPL-3.0-or-later", "@img")], notices)).toEqual([]);
    expect(problemsWith([part("bricolage-grotesque", "OFL-1.1")], notices)).toEqual([]);
    expect(problemsWith([part("comic-neue", "OFL-1.1")], notices)).toEqual([expect.stringContaining("notices.txt")]);
  });
});

test.each(["atkinson-hyperlegible-next", "bricolage-grotesque"])(
  "the licence of the font %s goes along whole",
  (name) => {
    const path = join(root, "packages", "web", "node_modules", "@fontsource-variable", name, "LICENSE");
    const words = (text: string) => text.split(/\s+/).join(" ");
    const licence = words(readFileSync(path, "utf8"));
    const [copyright, ...text] = licence.split("This Font Software is licensed under");
    expect(words(notices)).toContain(copyright?.trim());
    expect(words(notices)).toContain(text.join().slice(text.join().indexOf("SIL OPEN FONT LICENSE Version")).trim());
  },
);
