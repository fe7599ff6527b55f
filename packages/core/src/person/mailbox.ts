import type { Digest } from "../ports.ts";
import { readEmail } from "../typed/typed.ts";
import { mailProviders } from "./mail-providers.ts";

/**
 * The mailbox an address leads to, as one text: small letters, the domain in punycode, and without the dots and the part
 * after a plus where the provider ignores them. Under this key somebody signs in, so it never brings two mailboxes together:
 * at a provider we do not know, `een+2@` may be somebody else's.
 */
export function mailboxOf(email: string): string {
  const { local, domain } = partsOf(email);
  const provider = mailProviders.find(({ domains }) => domains.includes(domain));
  if (provider === undefined) return `${local}@${domain}`;
  const name = withoutTag(local);
  const home = provider.isOneMailbox ? (provider.domains[0] ?? domain) : domain;
  return `${provider.ignoresDots ? name.replaceAll(".", "") : name}@${home}`;
}

/**
 * Whose address it is taken to be where one human may act once: `mailboxOf`, without the part after a plus at any provider.
 * Most providers deliver that to the same mailbox. Where one does not, somebody is refused a second voice or seat; nobody
 * gets into anything by it.
 */
export function humanOf(email: string): string {
  const { local, domain } = partsOf(mailboxOf(email));
  return `${withoutTag(local)}@${domain}`;
}

/** Whether two addresses are taken to be one human's. */
export const isSameHuman = (one: string, other: string): boolean => humanOf(one) === humanOf(other);

/** Whether mail to both surely arrives in one mailbox. */
export const isSameMailbox = (one: string, other: string): boolean => mailboxOf(one) === mailboxOf(other);

/** The keyed hash under which a mailbox is found: of its person, and of what it follows. */
export const addressHash = (digest: Digest, email: string): string => digest.keyed(`address:${mailboxOf(email)}`);

/** The keyed hash of a human, for what one may do once or so many times. */
export const humanHash = (digest: Digest, email: string): string => digest.keyed(`human:${humanOf(email)}`);

function partsOf(email: string): { readonly local: string; readonly domain: string } {
  const address = (readEmail(email) ?? email).toLowerCase();
  const at = address.lastIndexOf("@");
  return { local: address.slice(0, Math.max(0, at)), domain: address.slice(at + 1) };
}

/** An address that begins with a plus keeps it: there is no name in front of it. */
const withoutTag = (local: string) => local.replace(/(?<=.)\+.*$/su, "");
