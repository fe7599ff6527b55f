import { type Change, forgottenLetters, type Letter, type LetterKind, type Store } from "@hevel/core";

/** Letters that the people of the story answered themselves while it was told. */
const answered: readonly LetterKind[] = ["sign-in", "follow-confirm", "evaluation-confirm"];

/** A store for telling history, and the letters that were written in it. */
export interface HistoryOutbox {
  readonly store: Store;
  /** The path of the site in the newest letter of a kind to an address, as its reader finds it. */
  pathTo(kind: LetterKind, address: string): string;
}

/**
 * A store whose letters are history. A seeding run has no worker that sends, and a first start must not fill the mailbox
 * with a year of mail. So a letter that was written before `waitingFrom` is kept as sent at the moment it was written, as
 * the worker would have left it (what is forgotten after sending is forgotten here too). Younger ones wait in the outbox
 * as always, and really arrive when the portal runs. Everything else passes unchanged.
 */
export function historyOutbox(store: Store, waitingFrom: Date): HistoryOutbox {
  const newest = new Map<string, string>();
  const asHistory = (change: Change): Change => {
    if (!("put" in change) || change.put !== "letter") return change;
    const { record } = change;
    const { path } = record.payload;
    if (typeof path === "string") newest.set(`${record.kind} ${record.to}`, path);
    const isHistory = answered.includes(record.kind) || record.createdAt < waitingFrom.toISOString();
    return isHistory ? { ...change, record: asSent(record) } : change;
  };
  return {
    store: {
      ...store,
      commit: (changes) => store.commit(changes.map(asHistory)),
      commitOnce: (changes, once) => store.commitOnce(changes.map(asHistory), once),
    },
    pathTo(kind, address) {
      const path = newest.get(`${kind} ${address}`);
      if (path === undefined) throw new Error(`The story wrote no ${kind} to ${address}.`);
      return path;
    },
  };
}

function asSent(letter: Letter): Letter {
  const payload = forgottenLetters.includes(letter.kind) ? {} : letter.payload;
  return { ...letter, payload, status: "sent", attempts: 1, sentAt: letter.createdAt };
}
