import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupIban, readEmail, readIban, readKvkNumber, readPhone, readWebAddress } from "./typed.ts";

describe("an e-mail address", () => {
  const a = (count: number) => "a".repeat(count);
  test.each([
    ["jan@example.nl", "jan@example.nl"],
    ["  Jan@Example.NL\t", "Jan@example.nl"],
    ["\u202ajan@example.nl\u202c", "jan@example.nl"],
    ["jan&marie@example.nl", "jan&marie@example.nl"],
    ["jan/ict@example.nl", "jan/ict@example.nl"],
    ["o'brien+hevel=1@sub.example.nl", "o'brien+hevel=1@sub.example.nl"],
    ["!#$%&'*+/=?^_`{|}~-@example.nl", "!#$%&'*+/=?^_`{|}~-@example.nl"],
    ["jan@xn--bcher-kva.example", "jan@xn--bcher-kva.example"],
    ["jan@bücher.example", "jan@xn--bcher-kva.example"],
    ["jan@example.xn--p1ai", "jan@example.xn--p1ai"],
    [`${a(64)}@example.nl`, `${a(64)}@example.nl`],
    [`jan@${a(63)}.nl`, `jan@${a(63)}.nl`],
    ["1@2.nl", "1@2.nl"],
  ])("%s is read", (typed, address) => expect(readEmail(typed)).toBe(address));

  test.each([
    "",
    "jan",
    "@example.nl",
    "jan@",
    "jan@nl",
    "jan@x-.nl",
    "jan@-x.nl",
    "jan@x..nl",
    "jan@.nl",
    "jan@x.nl.",
    "jan@x.n",
    ".jan@x.nl",
    "jan.@x.nl",
    "ja..n@x.nl",
    "jan piet@x.nl",
    "jan@x y.nl",
    "jan@x.nl,piet@x.nl",
    "jan,piet@x.nl",
    "jan@x@y.nl",
    '"jan piet"@x.nl',
    "jan@[127.0.0.1]",
    "jan@127.0.0.1",
    "jan@x.123",
    "<jan@x.nl>",
    "jän@x.nl",
    "jan@x.nl\r\nBcc: piet@x.nl",
    "jan@x_y.nl",
    "jan@exa%6dple.nl",
    "jan@x.nl/pad",
    "ja\u200dn@x.nl",
    "ja\u202en@x.nl",
    `${a(65)}@example.nl`,
    `jan@${a(64)}.nl`,
    `jan@${`${a(62)}.`.repeat(4)}nl`,
  ])("%j is none", (typed) => expect(readEmail(typed)).toBeUndefined());

  test("that was read is read as the same", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const address = readEmail(typed);
        if (address !== undefined) expect(readEmail(address)).toBe(address);
      }),
    );
  });
});

describe("a web address", () => {
  test.each([
    ["weidezicht.nl", "https://weidezicht.nl"],
    ["www.weidezicht.nl/", "https://www.weidezicht.nl"],
    ["Https://Weidezicht.nl", "https://weidezicht.nl"],
    ["http://weidezicht.nl", "http://weidezicht.nl"],
    ["HTTPS://weidezicht.nl/Over-Ons?a=B#c", "https://weidezicht.nl/Over-Ons?a=B#c"],
    ["weidezicht.nl:8443/a@b", "https://weidezicht.nl:8443/a@b"],
    [" \u202aweidezicht.nl\u202c ", "https://weidezicht.nl"],
    ["bücher.example", "https://xn--bcher-kva.example"],
  ])("%s is read", (typed, address) => {
    expect(readWebAddress(typed)).toBe(address);
    expect(readWebAddress(address)).toBe(address);
  });

  test.each([
    "",
    "weidezicht",
    "https://",
    "https://weidezicht",
    "http://localhost",
    "ftp://weidezicht.nl",
    "javascript:alert(1)",
    "javascript://weidezicht.nl/%0aalert(1)",
    "mailto:jan@weidezicht.nl",
    "data:text/html,x",
    "https://digid.nl@boef.nl",
    "https://a:b@boef.nl",
    "digid.nl@boef.nl",
    "@boef.nl",
    "https://@boef.nl",
    "https://weide zicht.nl",
    "https://weide\u202ezicht.nl",
    "https://weidezicht.nl/\u200fpad",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://0x7f.1",
    "https:\\\\boef.nl",
    "//boef.nl\\@x.nl",
  ])("%j is none", (typed) => expect(readWebAddress(typed)).toBeUndefined());
});

describe("a bank account", () => {
  test.each([
    "NL91 ABNA 0417 1643 00",
    "NL91-ABNA-0417-1643-00",
    "IBAN: NL91 ABNA 0417 1643 00",
    "nl91abna0417164300",
    "NL91.ABNA.0417.1643.00",
    "iban NL91\u00a0ABNA\t0417 164300\u200b",
    "IBAN-nummer NL91ABNA0417164300",
    "ＮＬ９１ ＡＢＮＡ ０４１７ １６４３ ００",
    "ＩＢＡＮ： NL91ABNA0417164300",
  ])("%s is read", (typed) => expect(readIban(typed)).toBe("NL91ABNA0417164300"));

  test.each([
    "",
    "IBAN",
    "NL91 ABNA 0417 1643 01",
    "NL91 ABNA 0417 1643 0",
    "XX91ABNA0417164300",
    "NL91ABNA0417164300 t.n.v. Jan",
  ])("%j is none", (typed) => expect(readIban(typed)).toBeUndefined());

  test("is shown in groups of four", () => expect(groupIban("NL91ABNA0417164300")).toBe("NL91 ABNA 0417 1643 00"));
});

describe("a KvK number", () => {
  test.each([
    "12345678",
    "12 34 56 78",
    "1234.5678",
    "KvK 12345678",
    "kvk-nummer: 12345678",
    "KvK nr. 1234-5678",
    "KVK:12345678\u200e",
    "１２３４５６７８",
    "ＫｖＫ：１２３４ ５６７８",
    "١٢٣٤٥٦٧٨",
  ])("%s is read", (typed) => expect(readKvkNumber(typed)).toBe("12345678"));
  test.each(["", "1234567", "123456789", "1234567a", "NL12345678"])("%j is none", (typed) =>
    expect(readKvkNumber(typed)).toBeUndefined(),
  );
});

describe("a telephone number", () => {
  test.each([
    ["06 - 12 34 56 78", "06 - 12 34 56 78"],
    [" 06\t12345678 ", "06 12345678"],
    ["+31 (0)6 12345678", "+31 (0)6 12345678"],
    ["(010) 123 45 67", "(010) 123 45 67"],
    ["0800 1234", "0800 1234"],
    ["０６ １２３４５６７８", "06 12345678"],
    ["٠٦ ١٢٣٤٥٦٧٨", "06 12345678"],
    ["+32 3 123 45 67", "+32 3 123 45 67"],
  ])("%s is read", (typed, number) => expect(readPhone(typed)).toBe(number));

  test.each([
    "",
    "112",
    "06-1234567a",
    "0900-1234567",
    "+31 900 1234567",
    "0031 906 12345",
    "+31 (0)909 12345",
    "+31 0900 1234567",
    "00310900 12345",
    "0031 (0)906 12345",
    "()()()()12345678",
    "((06)) 12345678",
    "06 12345678)",
    "(06 12345678",
    "٠٩٠٠ ١٢٣٤٥٦٧",
    "1234567890123456",
  ])("%s is none", (typed) => expect(readPhone(typed)).toBeUndefined());
});
