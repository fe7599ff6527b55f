/**
 * The OpenAPI document as it is published. A deploy puts the text itself in the place of this module (packages/functions/build): it is
 * the same for every start, and describing all routes takes as long as everything else together.
 */
export const publishedText = (describe: () => object): string => JSON.stringify(describe());
