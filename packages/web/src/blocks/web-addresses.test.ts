import { expect, test } from "vitest";
import { partsOf } from "./web-addresses.ts";

const links = (text: string) => partsOf(text).flatMap(({ text: shown, href }) => (href === undefined ? [] : [shown]));

test.each([
  ["Kijk op https://weidezicht.example/plan.", ["https://weidezicht.example/plan"]],
  ["(www.weidezicht.nl), of bel.", ["www.weidezicht.nl"]],
  ["https://a.nl en https://b.nl!", ["https://a.nl", "https://b.nl"]],
  ["Om 9.00 uur in de Kerkstraat 1", []],
  ["https://digid.nl@evil.example/", []],
  ["javascript:alert(1) data:text/html,x", []],
])("the web addresses in %j", (text, found) => expect(links(text)).toEqual(found));

test("nothing of the text is lost", () => {
  for (const text of [
    "",
    " https://a.nl. www.b.nl",
    "http:// www. https://x",
    "a\u202ehttps://a.nl\u202e",
    "https://a.nl",
  ])
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
});
