import type { FileAtHand } from "../story/stage.ts";
import { coffeeTable, kitchen, languageTable, longTable, repairTable } from "./indoors.ts";
import {
  eveningBus,
  handymanBike,
  kitchenGarden,
  limeAvenue,
  plantingDay,
  playground,
  square,
  streetGardens,
} from "./outdoors.ts";

const pictures = {
  coffee: coffeeTable,
  kitchen,
  language: languageTable,
  table: longTable,
  repair: repairTable,
  bus: eveningBus,
  bike: handymanBike,
  garden: kitchenGarden,
  avenue: limeAvenue,
  planting: plantingDay,
  playground,
  square,
  street: streetGardens,
} as const;

/** Names of the pictures: drawn for this portal, so free of anybody's rights. */
export type PictureName = keyof typeof pictures;

/** A picture as the JPEG that somebody would upload. */
export async function drawPicture(name: PictureName): Promise<FileAtHand> {
  // Loaded when a story is told, once: every later start can do without.
  const { default: sharp } = await import("sharp");
  const bytes = await sharp(Buffer.from(pictures[name]())).jpeg({ quality: 86 }).toBuffer();
  return { bytes, contentType: "image/jpeg" };
}
