import type { Adapter, AdapterPayload } from "oidc-provider";

/** What the provider remembers between two requests of one sign-in. It need not outlive the process: one signs in again. */
export class MemoryAdapter implements Adapter {
  readonly #kind: string;
  readonly #kept: Map<string, { payload: AdapterPayload; expiresAt: number }>;

  constructor(kind: string, kept: Map<string, { payload: AdapterPayload; expiresAt: number }>) {
    this.#kind = kind;
    this.#kept = kept;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    for (const [key, { expiresAt }] of this.#kept) if (expiresAt < Date.now()) this.#kept.delete(key);
    this.#kept.set(this.#key(id), { payload, expiresAt: Date.now() + (expiresIn || 3_600) * 1_000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#live(this.#key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#search((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#search((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const payload = this.#live(this.#key(id));
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(key);
  }

  #key(id: string): string {
    return `${this.#kind}:${id}`;
  }

  #live(key: string): AdapterPayload | undefined {
    const entry = this.#kept.get(key);
    return entry === undefined || entry.expiresAt < Date.now() ? undefined : entry.payload;
  }

  #search(fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const key of this.#kept.keys()) {
      const payload = key.startsWith(`${this.#kind}:`) ? this.#live(key) : undefined;
      if (payload !== undefined && fits(payload)) return payload;
    }
    return undefined;
  }
}
