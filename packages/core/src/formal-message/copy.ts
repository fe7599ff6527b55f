import type { FormalMessage, FormalStep, FormalSubject } from "./formal-message.ts";

/**
 * What was received, as one plain text: the sender keeps it, and its SHA-256 stands in the receipt, so that afterwards
 * nobody can say that something else was sent. It has no words of ours, because those change.
 */
export function copyOf(message: Omit<FormalMessage, "sha256">): string {
  const { reference, receivedAt, kind, subject, name, address, email, description, words, attachments } = message;
  return paragraphs(
    [reference, receivedAt, [kind, ...subjectOf(subject)].join(" ")],
    [name, address, email],
    [description],
    [words],
    attachments.map(({ sha256, name: file }) => `${sha256}  ${file}`),
  );
}

/** The same of what was added later. */
export function copyOfSupplement(
  reference: string,
  { step, at, words, attachments }: Omit<FormalStep, "sha256">,
): string {
  return paragraphs(
    [reference, at, `supplement ${step + 1}`],
    [words],
    attachments.map(({ sha256, name }) => `${sha256}  ${name}`),
  );
}

const subjectOf = (subject: FormalSubject | undefined) => (subject === undefined ? [] : [subject.about, subject.id]);

const paragraphs = (...parts: readonly (readonly string[])[]) =>
  `${parts
    .map((lines) => lines.filter((line) => line !== "").join("\n"))
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
