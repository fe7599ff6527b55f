/** Where a photo is; with its words, because a photo without them is not shown. */
export function photoOf(of: {
  readonly photoId?: string | undefined;
  readonly photoAlt?: string | undefined;
}): { readonly src: string; readonly alt: string } | undefined {
  return of.photoId === undefined ? undefined : { src: `/v1/photos/${of.photoId}`, alt: of.photoAlt ?? "" };
}
