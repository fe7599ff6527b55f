import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorityIn, looksLikeMunicipality } from "./authority.ts";
import { hasAddress } from "./has-address.ts";
import { Name } from "./name.ts";
import { skeletonOf } from "./skeleton.ts";

describe("an address in a name", () => {
  test.each([
    "DigiD: uw account verloopt vandaag. Herstel op https://digid-herstel.example/a",
    "Kijk op digid.nl",
    "digid-inloggen.xyz",
    "WWW.foo.bar",
    "HTTPS://x.y",
    "bit.ly/abc",
    "t.co/x",
    "x.com",
    "jan@voorbeeld.nl",
    "jan @ home of jan@home",
    "10.0.0.1",
    "http:/evil",
    "mailto:jan",
    "//evil.example",
    "digid。nl",
    "digid．nl",
    "ｄｉｇｉｄ．ｎｌ",
    "di\u200bgid.n\u00adl",
    "xn--digd-q5a.nl",
    "дом.рф",
    "Zorg.amsterdam",
    "J.de/x",
    "Bel 0900-1234567",
    "Bel +31 6 12 34 56 78",
    "Bel (020) 123 45 67",
  ])("%s", (name) => {
    expect(hasAddress(name)).toBe(true);
    expect(Name(80).safeParse(name).success).toBe(false);
  });

  test.each([
    "Stichting 3.0",
    "St. Joris",
    "St.Joris",
    "Bakker & Zn.",
    "J.de Vries",
    "J.P.de Vries",
    "A.van den Berg",
    "P.in 't Veld",
    "Dr. W.A. de Boer-van Rijn",
    "Zorg.Samen",
    "Buurtbus 12/13",
    "Team 1.2.3",
    "50+ in de wijk",
    "Sinds 2019 - 2026",
    "Coöperatie De Eendracht U.A.",
    "Wij. Samen. Hier.",
    "Huis aan huis @ de brink",
    "'t Hofke e.o.",
  ])("not in %s", (name) => {
    expect(hasAddress(name)).toBe(false);
    expect(Name(80).safeParse(name).success).toBe(true);
  });

  test("is found wherever it stands", () => {
    const around = fc.constantFrom("", "De ", "Buurt (", "zie: ", "«");
    const address = fc.constantFrom("digid.nl", "a-b.example.org", "x.eu", "https://a", "a@b.nl");
    const behind = fc.constantFrom("", " nu", ")", ", snel", ".", "!");
    fc.assert(
      fc.property(around, address, behind, (left, middle, right) => {
        expect(hasAddress(left + middle + right)).toBe(true);
      }),
    );
  });
});

describe("what a name looks like", () => {
  test.each([
    ["De Buurtschuur", "de buurtschuur"],
    ["De Buurtschuur", "DE BUURT SCHUUR"],
    ["De Buurtschuur", "Stichting Buurt-Schuur"],
    ["De Buurtschuur", "De Вuurtsсhuur"],
    ["De Buurtschuur", "Ｄｅ　Ｂｕｕｒｔｓｃｈｕｕｒ"],
    ["De Buurtschuur", "De Bu\u0301urtschüur"],
    ["De Buurtschuur", "De Buu\u200brtschuur"],
    ["De Kernploeg", "De Kemploeg"],
    ["Het Kleine Weiland", "Het K1eine WeiIand"],
    ["Oma's Soep", "0mas S0ep"],
    ["Vereniging Hofjesgroen", "Hofjesgroen"],
    ["De Buurtschuur", "De Buurtschuur!"],
  ])("%s is %s", (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
  });

  test.each([
    ["De Buurtschuur", "De Buurtkeuken"],
    ["Buurt 4", "Buurt 5"],
    ["Stichting", "Vereniging"],
    ["Wijk 10", "Wijk 1"],
  ])("%s is not %s", (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
  });

  test("is the same with other case, signs and blanks, and never empty for what has letters", () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const name = words.join(" ");
        expect(skeletonOf(name)).not.toBe("");
        expect(skeletonOf(name.toUpperCase())).toBe(skeletonOf(name.toLowerCase()));
        expect(skeletonOf(words.join(" - "))).toBe(skeletonOf(name));
      }),
    );
  });
});

describe("an authority in a name", () => {
  test.each([
    ["DigiD", "DigiD"],
    ["DIGI-D herstel", "DigiD"],
    ["D i g i D", "DigiD"],
    ["DіgіD", "DigiD"],
    ["D1giD", "DigiD"],
    ["D!giD!", "DigiD"],
    ["Dlgid", "DigiD"],
    ["𝔇igiD", "DigiD"],
    ["Ьelastingdienst", "Belastingdienst"],
    ["De Belastlngdlenst", "Belastingdienst"],
    ["Gеmeentе Voorbeeldstad", "gemeente"],
    ["Het CJIB", "CJIB"],
    ["C.J.I.B.", "CJIB"],
    ["Mijn0verheid", "overheid"],
  ])("%s looks like %s", (name, authority) => {
    expect(authorityIn(name)).toBe(authority);
  });

  test.each([
    "De Buurtschuur",
    "Buurtkeuken De Pollepel",
    "Indische buurt",
    "Duofietsen Noord",
    "Klusbrigade Zuid BV",
    "Het Rijke Leven",
    "Repair Café De Scheepswerf",
  ])("%s looks like none", (name) => {
    expect(authorityIn(name)).toBeUndefined();
  });

  test("the municipality's name alone is its own, inside another it is not", () => {
    expect(looksLikeMunicipality("V00rbeeldstad", "Voorbeeldstad")).toBe(true);
    expect(looksLikeMunicipality("Stichting Voorbeeldstad", "Voorbeeldstad")).toBe(true);
    expect(looksLikeMunicipality("Repair Café Voorbeeldstad", "Voorbeeldstad")).toBe(false);
  });
});
