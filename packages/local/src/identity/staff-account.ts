/** Somebody who works for the municipality, as its identity provider knows them. */
export type StaffAccount = {
  /** Stable: the `sub` claim. */
  readonly username: string;
  readonly name: string;
  readonly email: string;
  /** Dutch, for the page on which one chooses. */
  readonly job: string;
  /** The `groups` claim; which roles they give is a setting of the municipality. */
  readonly groups: readonly string[];
};
