import { domainToASCII } from "node:url";
import { oneLine } from "./header.ts";

/** A name as people read it, and the address. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * Reads `Name <address>`, `"Name" <address>` or an address. The name is taken as it stands: parentheses, commas and accents
 * are part of it ("Bergen (NH.)"), not comments or lists of a header.
 */
export function mailboxOf(written: string): Mailbox {
  const [, name = "", address = written] = /^(.*)<([^<>]*)>\s*$/su.exec(written.trim()) ?? [];
  const quoted = /^"((?:[^"\\]|\\.)*)"$/su.exec(name.trim())?.[1];
  return { name: oneLine(quoted?.replace(/\\(.)/gsu, "$1") ?? name), address: wireAddress(address) };
}

/** An address as mail systems carry it: its domain in ASCII. */
export function wireAddress(address: string): string {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf("@");
  const domain = domainToASCII(trimmed.slice(at + 1));
  return at === -1 || domain === "" ? trimmed : `${trimmed.slice(0, at)}@${domain}`;
}
