/** Puts a part of the page in sight and focus on it; false where the page has no such part. */
export function goToPart(id: string): boolean {
  const part = id === "" ? null : document.getElementById(id);
  if (part === null) return false;
  if (part.tabIndex < 0) part.tabIndex = -1;
  part.scrollIntoView();
  part.focus({ preventScroll: true });
  return true;
}
