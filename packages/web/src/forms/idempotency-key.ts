/** A ULID for a request that may arrive twice: made once per act, kept over retries (it goes in `Idempotency-Key`). */
export function makeIdempotencyKey(now: number = Date.now()): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let time = "";
  for (let left = now, digits = 0; digits < 10; digits++, left = Math.floor(left / 32))
    time = `${alphabet[left % 32]}${time}`;
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `${time}${Array.from(random, (byte) => alphabet[byte % 32]).join("")}`;
}
