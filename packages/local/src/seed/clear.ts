import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { DeleteObjectsCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";

/** As many as DynamoDB takes at once. */
const BATCH = 25;

/** Removes everything a municipality has in the table; for a local table only, because it reads all of it. Resolves with how much that was. */
export async function clearTable(client: DynamoDBClient, tableName: string, municipality: string): Promise<number> {
  let removed = 0;
  let start: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: tableName,
        ProjectionExpression: "PK, SK",
        FilterExpression: "begins_with(PK, :municipality)",
        ExpressionAttributeValues: { ":municipality": { S: `${municipality}#` } },
        ExclusiveStartKey: start,
      }),
    );
    for (let at = 0; at < Items.length; at += BATCH)
      await removeAll(
        client,
        tableName,
        Items.slice(at, at + BATCH).map((Key) => ({ DeleteRequest: { Key } })),
      );
    removed += Items.length;
    start = LastEvaluatedKey;
  } while (start !== undefined);
  return removed;
}

async function removeAll(client: DynamoDBClient, tableName: string, requests: WriteRequest[]): Promise<void> {
  let left = requests;
  while (left.length > 0) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: left } }));
    left = UnprocessedItems?.[tableName] ?? [];
  }
}

/** Removes every file of a municipality, also those that were not judged yet. */
export async function clearFiles(client: S3Client, bucket: string, municipality: string): Promise<void> {
  for (const place of ["quarantine", "files"]) {
    for (;;) {
      const Prefix = `${place}/${municipality}/`;
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix }));
      if (Contents.length === 0) break;
      const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
      await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects } }));
    }
  }
}
