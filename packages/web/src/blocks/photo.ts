/** The widths in which a photo is kept, in pixels (packages/core/src/file/file.ts). */
const widths = [480, 960, 2000] as const;

/** Where a photo is; with its words, because a photo without them is not shown. `copies` is for `srcset`. */
export function photoOf(of: {
  readonly photoId?: string | undefined;
  readonly photoAlt?: string | undefined;
}): { readonly src: string; readonly copies: string; readonly alt: string } | undefined {
  if (of.photoId === undefined) return undefined;
  const src = `/v1/photos/${of.photoId}`;
  return { src, copies: widths.map((width) => `${src}?width=${width} ${width}w`).join(", "), alt: of.photoAlt ?? "" };
}
