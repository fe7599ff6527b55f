import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mailProviders } from "./mail-providers.ts";
import { humanOf, isSameHuman, isSameMailbox, mailboxOf } from "./mailbox.ts";

describe("the mailbox of an address", () => {
  test.each([
    ["Jan.de.Vries@GMail.com", "jandevries@gmail.com"],
    ["jan.devries+markt@googlemail.com", "jandevries@gmail.com"],
    ["Jan.deVries+x@outlook.com", "jan.devries@outlook.com"],
    ["jan+x+y@proton.me", "jan@proton.me"],
    ["Een+2@wijk.example", "een+2@wijk.example"],
    ["jan@CAFÉ.example", "jan@xn--caf-dma.example"],
    ["jan@xn--caf-dma.example", "jan@xn--caf-dma.example"],
    ["+x@gmail.com", "+x@gmail.com"],
  ])("%s is %s", (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox);
  });

  test("keeps apart what may be two people's: dots elsewhere, a plus at an unknown provider, two domains", () => {
    expect(isSameMailbox("jan.vries@outlook.com", "janvries@outlook.com")).toBe(false);
    expect(isSameMailbox("een@wijk.example", "een+2@wijk.example")).toBe(false);
    expect(isSameMailbox("jan@proton.me", "jan@pm.me")).toBe(false);
    expect(isSameMailbox("jan@gmail.com", "jan@gmail.com.example")).toBe(false);
  });
});

const local = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const domain = fc.constantFrom("wijk.example", ...mailProviders.flatMap(({ domains }) => domains));

test("whatever case or tag an address is typed with, it is the same human", () => {
  fc.assert(
    fc.property(local, fc.stringMatching(/^[a-z0-9.-]{0,8}$/), domain, (name, tag, at) => {
      expect(
        isSameHuman(`${name}@${at}`, `${name.toUpperCase()}+x${tag.replaceAll(".", "")}@${at.toUpperCase()}`),
      ).toBe(true);
    }),
  );
});

test("one mailbox is one human, and keys are keys of themselves", () => {
  fc.assert(
    fc.property(local, local, domain, (one, other, at) => {
      const [left, right] = [`${one}@${at}`, `${other}@${at}`];
      if (isSameMailbox(left, right)) expect(isSameHuman(left, right)).toBe(true);
      else expect(isSameHuman(left, right)).toBe(false);
      expect(mailboxOf(mailboxOf(left))).toBe(mailboxOf(left));
      expect(humanOf(humanOf(left))).toBe(humanOf(left));
    }),
  );
});
