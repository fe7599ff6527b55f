/** Why the local portal cannot start or go on: one sentence for the person at the terminal, saying what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** The sentence for a port that something else holds. `option` is how the reader chooses another one. */
export function portBusySentence(part: string, port: number, option: string): string {
  return `Port ${port}, meant for ${part}, is in use by another program. Stop that program, or choose another port with ${option}.`;
}
