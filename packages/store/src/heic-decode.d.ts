/** The part of heic-decode that is used; it comes without types. */
declare module "heic-decode" {
  interface HeicPicture {
    readonly width: number;
    readonly height: number;
    decode(): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
  }
  const decode: {
    all(options: { buffer: Uint8Array }): Promise<readonly HeicPicture[] & { dispose(): void }>;
  };
  // biome-ignore lint/style/noDefaultExport: the package has one.
  export default decode;
}
