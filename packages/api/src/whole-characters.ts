/** A lone half of a character outside the basic plane; only an escape can put one into JSON that came as UTF-8. */
const escapedHalf = /\\u[dD][89a-fA-F]/;

/**
 * The dotted path of the first name or text in a JSON body that holds half a character; undefined when all are whole, or
 * when it is no JSON. Such a text cannot be stored, mailed or written to UTF-8, so no route takes one.
 */
export function pathOfHalfCharacter(json: string): string | undefined {
  if (!escapedHalf.test(json)) return undefined;
  try {
    return search(JSON.parse(json), []);
  } catch {
    return undefined;
  }
}

function search(value: unknown, path: readonly string[]): string | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : path.join(".");
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const found = name.isWellFormed() ? search(part, [...path, name]) : [...path, name.toWellFormed()].join(".");
    if (found !== undefined) return found;
  }
  return undefined;
}
