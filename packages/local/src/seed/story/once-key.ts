/** The key of a request that must count once, from the names the story gives. */
export const onceKey = (...names: readonly string[]): string => `story-${names.join("-")}`;
