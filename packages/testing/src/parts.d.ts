// In the root tsconfig.json, so that `inject("parts")` has its type in the tests of every package.
import "vitest";

/** Where the real parts of a test run answer. Any credentials will do for the SDK's clients, except for presigned URLs: `local`, `local`. */
export type TestParts = {
  /** Of the DynamoDB engine. */
  readonly endpoint: string;
  readonly region: string;
  readonly tableName: string;
  readonly bucket: string;
  /** Of the file store; S3 clients also need `forcePathStyle: true`. */
  readonly filesEndpoint: string;
  /** Of the mailbox: SES v1 and v2; `GET /store` lists the letters. Shared by the whole run, so write to an address of your own. */
  readonly mailEndpoint: string;
};

declare module "vitest" {
  interface ProvidedContext {
    readonly parts: TestParts;
  }
}
