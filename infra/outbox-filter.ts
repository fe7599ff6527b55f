/**
 * Which records of the table's stream are worth waking the outbox function for: a letter that was just written, and an update
 * whose letters to followers are still to be written. A letter that was tried before is the scheduler's: its next try waits.
 */
export const freshLetters = [
  { dynamodb: { NewImage: { kind_: { S: ["letter"] }, status: { S: ["waiting"] }, attempts: { N: ["0"] } } } },
  { dynamodb: { NewImage: { kind_: { S: ["fan-out"] }, doneAt: { S: [{ exists: false }] } } } },
] as const;
