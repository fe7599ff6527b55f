import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorityIn } from "./authority.ts";
import { hasAddress } from "./has-address.ts";
import { looksLikeMunicipality } from "./municipality-name.ts";
import { Name } from "./name.ts";
import { posesAs } from "./poses-as.ts";
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
    "Uw rekening is geblokkeerd, bel 0906-1234",
    "bel 0900-8844",
    "Servicenummer 0900 8844",
    "Bel 0800.0432",
    "bel ons nu op 1850",
    "Sms STOP naar 4411",
    "Tel. 14 020",
    "bel ٠٩٠٠-٨٨٤٤",
    "Bel ०६१२३४५६७८",
    "bel O9OO-8844",
    "bel nul negen nul nul acht acht vier vier",
    "digid-herstel (punt) nl",
    "digid [dot] com",
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
    "Comité 1945-2025",
    "Wij bellen 112",
    "Belhamels 8441 AB",
    "Flat nummer 123",
    "Op 21-11-2026 14.00 uur",
    "Kring 0513",
    "Nul op de meter",
    "Een twee drie",
    "Project 2026",
    "Bel 3 keer",
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

  test.each([
    ["🌳", "🌻"],
    ["🌳", "🌳🌳"],
    ["***", "+++"],
    ["!", "🌻"],
  ])("%s, in which nothing is to be read, is not %s", (one, other) => {
    expect(skeletonOf(one)).not.toBe("");
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
    expect(skeletonOf(`${one}\ufe0f`)).toBe(skeletonOf(one));
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

  test.each([
    "Gemeente Voorbeeldstad",
    "Gem. Voorbeeldstad",
    "GEM Voorbeeldstad",
    "De Gemeente van Voorbeeldstad",
    "VOORBEELDSTAD NL",
    "Voorbeeldstad Nederland",
    "Team Voorbeeldstad",
    "TeamVoorbeeldstad",
    "Stad Voorbeeldstad",
    "Afdeling Financiën Voorbeeldstad",
    "Klantenservice Gemeente Voorbeeldstad",
    "Mijn Voorbeeldstad",
    "B en W Voorbeeldstad",
    "Hevel Voorbeeldstad",
    "Voorbeeldstat",
    "Vorbeeldstad",
    "Voorbeeldtsad",
    "Voorbeeldstadt",
    "Voor-beeld-stad",
    "Team Vоorbeeldstаd",
    "Gemeente Vorbeelstad",
  ])("%s is taken for the municipality", (name) => {
    expect(looksLikeMunicipality(name, "Voorbeeldstad")).toBe(true);
  });

  test.each([
    "Hart van Voorbeeldstad",
    "Voorbeeldstad Noord",
    "Samen Voorbeeldstad",
    "Buurtteam De Brink",
    "Team Noord",
    "Mijn Straat",
    "De Voorbeeldige Stadstuin",
    "Klimaat Voorbeeldstad",
  ])("%s is not", (name) => {
    expect(looksLikeMunicipality(name, "Voorbeeldstad")).toBe(false);
  });

  test.each([
    ["Gemeente Bergen", "Bergen (NH.)", true],
    ["Bergen NH", "Bergen (NH.)", true],
    ["Gem. Sudwest Fryslan", "Súdwest-Fryslân", true],
    ["Team Ede", "Ede", true],
    ["Eden", "Ede", false],
    ["Team Ee", "Ede", false],
  ] as const)("%s beside %s: %s", (name, municipality, isTaken) => {
    expect(looksLikeMunicipality(name, municipality)).toBe(isTaken);
  });
});

describe("whose name a name looks like", () => {
  const municipality = {
    name: "Voorbeeldstad",
    contact: { name: "Team Overhevelen", phone: "", email: "", openingHours: "" },
  };

  test.each([
    ["Gemeente Voorbeeldstad", "municipality"],
    ["G\u0435meente Voorbeeldstad", "municipality"],
    ["Team Overhevelen", "municipality"],
    ["DigiD Helpdesk", "authority"],
    ["Tim Overheul", undefined],
    ["Buurtkeuken De Pollepel", undefined],
  ])("%s: %s", (name, like) => {
    expect(posesAs(municipality, name)?.like).toBe(like);
  });
});
