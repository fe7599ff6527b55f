/** Hands a text to the browser as a file to keep, byte for byte as UTF-8. */
export function saveFile(name: string, text: string, type: "text/csv" | "text/plain" = "text/csv"): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click: letting go at once would cancel it in some.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
