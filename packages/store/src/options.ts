import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Pause } from "./retry.ts";

/** What a store needs: a document client, the table's name and the municipality it serves. */
export interface StoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly municipality: string;
  /** How to wait before sending again; by default a random time that grows. */
  readonly pause?: Pause | undefined;
}
