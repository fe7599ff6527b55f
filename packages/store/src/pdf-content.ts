import { onlyPlain, unpacksTooLarge } from "./pdf-unpacked.ts";

/** What is wrong with a PDF. */
export type PdfProblem = "file-type" | "file-broken" | "file-password" | "file-unpacked";

/** Mail programs and copiers write some bytes before it; readers look in the first kilobyte (PDF 1.7, appendix H.3). */
const headerWithin = 1024;
/** Some programs write blanks, or their own mark, behind the end. */
const endWithin = 2048;
/** Pages that are opened: a broken page further on is a broken page, not another file. */
const pagesOpened = 3;

/** Whether bytes claim to be a PDF. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, headerWithin)).includes("%PDF-");
}

/**
 * What is wrong with bytes that claim to be a PDF; undefined when everybody can open it. It must reach its end (a download
 * that broke off does not), open without a password, become no more than a computer can
 * hold, and have a first page. Nothing of it is run or drawn.
 */
export async function pdfProblem(bytes: Uint8Array): Promise<PdfProblem | undefined> {
  if (!looksLikePdf(bytes)) return "file-type";
  const end = latin1(bytes.subarray(-endWithin));
  if (!/startxref\s+\d+\s+%%EOF/.test(end)) return "file-broken";
  if (await unpacksTooLarge(bytes)) return "file-unpacked";
  // Loaded when a PDF is there: it is larger than everything else together.
  const { getDocumentProxy } = await import("unpdf");
  try {
    // A copy, because the reader takes the bytes away from who gives them.
    const pdf = await getDocumentProxy(onlyPlain(bytes), { stopAtErrors: true, verbosity: 0 });
    try {
      for (let page = 1; page <= Math.min(pdf.numPages, pagesOpened); page++) await pdf.getPage(page);
      return pdf.numPages > 0 ? undefined : "file-broken";
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? "file-password" : "file-broken";
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
