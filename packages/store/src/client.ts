import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** A document client as the store wants it: absent fields are left out, empty text is kept, numbers stay numbers. */
export function createDocumentClient(config: DynamoDBClientConfig): DynamoDBDocumentClient {
  // Retrying is the store's own (retry.ts): one policy, and the same request token over all tries. A request whose reply
  // never comes must end, or it is never tried again.
  const client = new DynamoDBClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    ...config,
  });
  return DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true, convertEmptyValues: false },
  });
}
