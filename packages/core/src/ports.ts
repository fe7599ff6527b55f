import type { FilePurpose, FileType, PhotoWidth, RefusedFile, StoredFile } from "./file/file.ts";
import type { FileId, IdByPrefix, PersonId } from "./ids.ts";
import type { Municipality, StaffRole } from "./municipality/municipality.ts";
import type { Store } from "./store.ts";

/** The time. Core has no clock of its own. */
export interface Clock {
  now(): Date;
}

/** Makers of what cannot be guessed. */
export interface Ids {
  /** A new prefixed ULID; later ones sort after earlier ones made by the same process. */
  next<P extends keyof IdByPrefix>(prefix: P): IdByPrefix[P];
  /** 256 random bits, base64url. */
  secret(): string;
  /** Six random digits. */
  code(): string;
}

/** One-way functions. */
export interface Digest {
  /** SHA-256 of UTF-8 text, hex. */
  of(text: string): string;
  /** HMAC-SHA-256 with the portal's pepper, hex: for what has little entropy (codes, addresses, IP prefixes). */
  keyed(text: string): string;
}

/** Where uploaded bytes live. */
export interface Files {
  /** A place to PUT exactly these bytes to, valid for some minutes. Headers must be sent as given. */
  presign(file: StoredFile): Promise<{ url: string; headers: Readonly<Record<string, string>>; expiresAt: string }>;
  /**
   * Reads what was uploaded, decides the type by its content, removes image metadata (such as GPS), keeps the clean
   * copy (of a photo one for each width) and hashes it. `undefined` when nothing was uploaded; `refused` when its content
   * is nothing the portal keeps.
   */
  accept(
    file: StoredFile,
  ): Promise<
    | undefined
    | { outcome: "clean"; contentType: FileType; sizeBytes: number; storedSha256: string }
    | { outcome: "refused"; reason: RefusedFile }
  >;
  /**
   * A place to GET the clean copy from, for a minute: not through us, and on another host than the site. As an attachment
   * under `name`, or else under its id; `isShown` in the browser instead.
   */
  link(file: StoredFile, name?: string, isShown?: boolean): Promise<{ url: string; expiresAt: string }>;
  /** The clean copy's bytes, of a photo those of a width; undefined when there is none (of before that width was kept). */
  read(
    id: FileId,
    purpose: FilePurpose,
    width?: PhotoWidth,
  ): Promise<{ bytes: Uint8Array; contentType: FileType } | undefined>;
  /** Deletes every copy there is, also what was uploaded and never judged. Doing it again is nothing. */
  forget(file: Pick<StoredFile, "id" | "purpose">): Promise<void>;
}

/** What a verb may use. Made once per request by the composition root. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  readonly files: Files;
  /** The municipality this request is for: from the host name or the session, never from the body. */
  readonly municipality: Municipality;
}

/** Who is acting: nobody in particular, a signed-in resident, or an employee with roles. */
export type Actor =
  | { readonly kind: "visitor" }
  | { readonly kind: "resident"; readonly personId: PersonId; readonly email: string }
  | {
      readonly kind: "staff";
      readonly personId: PersonId;
      readonly name: string;
      readonly roles: readonly StaffRole[];
    };

/** A signed-in actor. */
export type SignedIn = Exclude<Actor, { kind: "visitor" }>;
