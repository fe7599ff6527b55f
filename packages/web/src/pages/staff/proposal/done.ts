/** What an act says when it is done: what happened, and who has it now. */
export interface Done {
  readonly title: string;
  readonly next?: string | undefined;
  readonly link?: { readonly href: string; readonly label: string } | undefined;
}
