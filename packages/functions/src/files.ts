import type { Files } from "@hevel/core";

/**
 * Files that are opened when the first one comes by: most requests are about none, and the client of the file store
 * would double the time of a cold start.
 */
export function createFilesOnDemand(open: () => Promise<Files>): Files {
  let opened: Promise<Files> | undefined;
  const files = () => {
    opened ??= open();
    return opened;
  };
  return {
    presign: async (file) => (await files()).presign(file),
    accept: async (file) => (await files()).accept(file),
    read: async (...asked) => (await files()).read(...asked),
    forget: async (file) => (await files()).forget(file),
    link: async (...asked) => (await files()).link(...asked),
  };
}
