import { createInflate, type Inflate } from "node:zlib";
import { limits } from "@hevel/core";

/** The most that deflate makes of one byte (zlib's own figure). */
const timesMax = 1_032;
/** So often may one stream be packed within another. */
const layersMax = 4;

/**
 * Whether a PDF becomes more than `limits.pdfUnpackedBytesMax` bytes when it is opened, found out before it is: an object
 * stream of 50 kB may be 50 MB. Opening unpacks only streams with objects, or with places of objects, in it; pictures, fonts
 * and pages stay packed, so a scan may be large. In a file with a password streams cannot be looked into, so each counts as
 * the most that its bytes may become. Streams that are not written plainly are not counted: `onlyPlain` keeps them from being read.
 */
export async function unpacksTooLarge(bytes: Uint8Array): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString("latin1");
  const isLocked = text.includes("/Encrypt");
  let [unpacked, streams] = [0, 0];
  for (const { dictionary, begin } of plainStreams(text)) {
    streams++;
    if (streams > limits.pdfStreamsMax || hasTooManyPlaces(dictionary)) return true;
    if (isLocked) unpacked += packedLength(text, dictionary, begin) * timesMax;
    else unpacked += await inflatedLength(file.subarray(begin), limits.pdfUnpackedBytesMax - unpacked);
    if (unpacked > limits.pdfUnpackedBytesMax) return true;
  }
  return false;
}

interface PlainStream {
  /** Where its dictionary stands. */
  readonly from: number;
  readonly dictionary: string;
  /** Where its bytes begin. */
  readonly begin: number;
}

/** A dictionary that is longer is not written by a program. */
const dictionaryMax = 65_536;
/** Numbers, names, references, lists, dictionaries and plain strings: no comment, no word, no string within a string. */
const plainDictionary =
  /\s*(<<(?:\s|[+\-.\d]+|\/[^\s()<>[\]{}/%]*|R\b|true\b|false\b|null\b|\[|\]|<<|>>|<[\da-fA-F\s]*>|\((?:[^()\\]|\\[\s\S])*\))*)stream(?:\r\n|\n)/y;

/** Streams with objects (`First`) or with places of objects (`W`) in it that are written as programs write them. */
function* plainStreams(text: string): Generator<PlainStream> {
  for (const { 0: header, index } of text.matchAll(/\d+\s+\d+\s+obj\b/g)) {
    const from = index + header.length;
    plainDictionary.lastIndex = 0;
    const [whole = "", dictionary = ""] = plainDictionary.exec(text.slice(from, from + dictionaryMax)) ?? [];
    if (isBalanced(dictionary) && /\/(?:First|W)(?![\w#])/.test(dictionary))
      yield { from, dictionary, begin: from + whole.length };
  }
}

/** One dictionary from its first sign to its last, with whole ones in it. */
function isBalanced(dictionary: string): boolean {
  const bare = dictionary.replace(/\((?:[^()\\]|\\[\s\S])*\)|(?<!<)<(?!<)[\da-fA-F\s]*>/g, " ").trim();
  const signs = bare.match(/<<|>>/g) ?? [];
  let depth = 0;
  for (const [index, sign] of signs.entries()) {
    depth += sign === "<<" ? 1 : -1;
    if (depth <= 0 && index < signs.length - 1) return false;
  }
  return depth === 0 && bare.endsWith(">>");
}

/** Places of objects may take no bytes at all: then only these numbers say how many there are. */
function hasTooManyPlaces(dictionary: string): boolean {
  const counts = /\/(?:Index\s*\[([^\]]*)\]|(?:Size|N)\s+(\d+))/g;
  return [...dictionary.matchAll(counts)].some(([, listed = "", size = ""]) =>
    `${listed} ${size}`.split(/\s+/).some((number) => Number(number) > limits.pdfObjectsMax),
  );
}

/** How many bytes a stream has: what its dictionary says, or up to the word that ends it; all that follows when neither is sure. */
function packedLength(text: string, dictionary: string, begin: number): number {
  const said = [...dictionary.matchAll(/\/Length(?![\w#])\s*(\d*)(\s+\d+\s+R)?/g)].map(([, length, other]) =>
    length === "" || other !== undefined ? Number.POSITIVE_INFINITY : Number(length),
  );
  const end = text.indexOf("endstream", begin);
  return Math.min(Math.max(...said, end - begin), text.length - begin);
}

/**
 * What deflate makes of the beginning of these bytes, together with what comes out when that is packed again. Stops above
 * `room`; what is not packed has no length.
 */
function inflatedLength(bytes: Uint8Array, room: number): Promise<number> {
  return new Promise((resolve) => {
    const layers: Inflate[] = [];
    let length = 0;
    const stop = () => {
      for (const layer of layers) layer.destroy();
      resolve(length);
    };
    const unpack = (): Inflate => {
      const layer = createInflate();
      let inner: Inflate | undefined;
      let isBegun = false;
      layers.push(layer);
      layer.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length > room) return stop();
        if (!isBegun && isDeflate(chunk)) inner = layers.length < layersMax ? unpack() : undefined;
        isBegun = true;
        inner?.write(chunk);
      });
      const end = () => (inner === undefined ? stop() : inner.end());
      // A reader keeps what it had when the rest is broken.
      layer.on("error", end);
      layer.on("end", end);
      return layer;
    };
    unpack().end(bytes);
  });
}

/** The two bytes before packed ones (RFC 1950). */
const isDeflate = ([method = 0, check = 0]: Buffer) => (method & 15) === 8 && (method * 256 + check) % 31 === 0;

/** Ways of packing that a reader undoes, but for deflate: they serve pictures, which nothing here opens. */
const otherWays: ReadonlySet<string> = new Set(
  "LZW LZWDecode DCT DCTDecode JPX JPXDecode A85 ASCII85Decode AHx ASCIIHexDecode CCF CCITTFaxDecode RL RunLengthDecode JBIG2Decode BrotliDecode Crypt".split(
    " ",
  ),
);
/** What decides how a stream is read; no program writes these with codes for letters. */
const deciding: ReadonlySet<string> = new Set(
  "Fl FlateDecode F Filter First N W Index Size Length Encrypt DP DecodeParms".split(" "),
);

/**
 * A copy of which a reader unpacks, to open it, only what `unpacksTooLarge` counted: other ways of packing than deflate are
 * written over, a way that stands elsewhere in the file, names that hide what they decide, and what makes a stream one with
 * objects where it is not written plainly. Pages are found all the same.
 */
export function onlyPlain(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes);
  const copy = Buffer.from(kept.buffer);
  const text = copy.toString("latin1");
  const over = (index: number, length: number) => copy.fill("X", index + 1, index + length);
  for (const { 0: whole, index } of text.matchAll(/\/[A-Za-z0-9#]+/g)) {
    const written = whole.slice(1);
    const name = written.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    const isHidden = name !== written && deciding.has(name);
    if (otherWays.has(name) || isHidden) over(index, whole.length);
  }
  for (const { 0: whole, 1: name = "", index } of text.matchAll(/\/(Filter|F)\s*\[?\s*(?=\d+\s+\d+\s+R)/g))
    if (whole !== "") over(index, name.length + 1);
  const plain = [...plainStreams(text)];
  let at = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(decidesObjects)) {
    while ((plain[at]?.begin ?? Number.POSITIVE_INFINITY) <= index) at++;
    if (whole !== "" && index < (plain[at]?.from ?? Number.POSITIVE_INFINITY)) over(index, name.length + 1);
  }
  return kept;
}

/** What a reader asks of a stream with objects, or with places: `W` only with its list, because two letters stand by chance in many a picture. */
const decidesObjects =
  /\/(First|W(?=(?:\s|%[^\r\n]*[\r\n])*\[(?:\s|%[^\r\n]*[\r\n])*\d)|W(?=(?:\s|%[^\r\n]*[\r\n])+\d))(?![\w#])/g;
