/**
 * Puts a part of the page in sight and focus on it; false where the page has no such part. `page` is the page itself where
 * another may still be in the document, on its way out.
 */
export function goToPart(id: string, page: Node = document): boolean {
  const part = id === "" ? null : document.getElementById(id);
  if (part === null || !page.contains(part)) return false;
  if (part.tabIndex < 0) part.tabIndex = -1;
  part.scrollIntoView();
  part.focus({ preventScroll: true });
  return true;
}
