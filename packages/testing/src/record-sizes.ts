import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { TestDeps } from "./deps.ts";

/** For tests: every record of a municipality by its kind and its size in bytes, the largest first. Reads the whole table. */
export async function recordSizes({ client, table, deps }: TestDeps): Promise<readonly (readonly [string, number])[]> {
  const found: (readonly [string, number])[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: "begins_with(PK, :municipality)",
        ExpressionAttributeValues: { ":municipality": `${deps.municipality.code}#` },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    for (const item of page.Items ?? []) found.push([String(item["kind_"]), Buffer.byteLength(JSON.stringify(item))]);
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return found.toSorted(([, one], [, other]) => other - one);
}
