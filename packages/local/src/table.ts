import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceNotFoundException,
  type StreamSpecification,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { localCredentials, REGION } from "./aws.ts";
import { type FoundationTemplate, readFoundationTemplate } from "./foundation-template.ts";
import { StartError } from "./start-error.ts";

/** The name of the one table on this machine. */
export const TABLE_NAME = "hevel";

/** The properties of AWS::DynamoDB::Table that an engine can act on; encryption and backups are AWS's own work. */
type TableProperties = {
  readonly KeySchema: KeySchemaElement[];
  readonly AttributeDefinitions: AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: GlobalSecondaryIndex[];
  readonly StreamSpecification?: { readonly StreamViewType: NonNullable<StreamSpecification["StreamViewType"]> };
  readonly TimeToLiveSpecification?: { readonly AttributeName: string; readonly Enabled: boolean };
};

/**
 * Creates the table from the template that production deploys, unless it is there already.
 *
 * `streams: false` leaves the stream off, for tests and measurements that do not read it: what a stream costs the local
 * engine is measured in docs/decisions/0005-real-parts-on-one-machine.md.
 *
 * @throws StartError when a table of another shape is there, left by an older version.
 */
export async function createTable(options: {
  endpoint: string;
  tableName?: string;
  streams?: boolean;
}): Promise<{ tableName: string; streamArn: string | undefined }> {
  const { endpoint, tableName = TABLE_NAME, streams = true } = options;
  const wanted = tableProperties(await readFoundationTemplate());
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials: localCredentials });
  try {
    const present = await describeTable(client, tableName);
    if (present !== undefined) {
      refuseOtherShape(present, wanted);
      return { tableName, streamArn: present.LatestStreamArn };
    }
    const streamView = streams ? wanted.StreamSpecification?.StreamViewType : undefined;
    const created = await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: wanted.KeySchema,
        AttributeDefinitions: wanted.AttributeDefinitions,
        GlobalSecondaryIndexes: wanted.GlobalSecondaryIndexes,
        ...(streamView !== undefined && { StreamSpecification: { StreamEnabled: true, StreamViewType: streamView } }),
      }),
    );
    const expiry = wanted.TimeToLiveSpecification;
    if (expiry !== undefined) {
      await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification: expiry }));
    }
    return { tableName, streamArn: created.TableDescription?.LatestStreamArn };
  } finally {
    client.destroy();
  }
}

/**
 * Gives the table its stream, unless it has it, and resolves with the stream's name. What was written before is not in it; so much can be
 * written first, at the speed of a table without one.
 */
export async function openStream(options: { endpoint: string; tableName: string }): Promise<string> {
  const { endpoint, tableName } = options;
  const wanted = tableProperties(await readFoundationTemplate()).StreamSpecification;
  if (wanted === undefined) throw new StartError("infra/foundation.ts must give the table a stream.");
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials: localCredentials });
  try {
    const present = await describeTable(client, tableName);
    if (present?.StreamSpecification?.StreamEnabled === true) return present.LatestStreamArn ?? "";
    const { TableDescription } = await client.send(
      new UpdateTableCommand({
        TableName: tableName,
        StreamSpecification: { StreamEnabled: true, StreamViewType: wanted.StreamViewType },
      }),
    );
    return TableDescription?.LatestStreamArn ?? "";
  } finally {
    client.destroy();
  }
}

function tableProperties(template: FoundationTemplate): TableProperties {
  const tables = Object.values(template.Resources).filter(({ Type }) => Type === "AWS::DynamoDB::Table");
  const [table] = tables;
  if (tables.length !== 1 || table?.Properties === undefined) {
    throw new StartError(`infra/foundation.ts must hold exactly one table; it holds ${tables.length}.`);
  }
  // CloudFormation's property names and values are those of the CreateTable call.
  return table.Properties as TableProperties;
}

async function describeTable(client: DynamoDBClient, tableName: string): Promise<TableDescription | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function refuseOtherShape(present: TableDescription, wanted: TableProperties): void {
  const shape = (keys: KeySchemaElement[] = [], indexes: GlobalSecondaryIndex[] = []) =>
    JSON.stringify([
      keys.map(({ AttributeName, KeyType }) => [KeyType, AttributeName]).sort(),
      indexes
        .map(({ IndexName, KeySchema = [] }) => [IndexName, ...KeySchema.map(({ AttributeName }) => AttributeName)])
        .sort(),
    ]);
  const found = shape(
    present.KeySchema,
    present.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema }) => ({
      IndexName,
      KeySchema,
      Projection: undefined,
    })),
  );
  if (found !== shape(wanted.KeySchema, wanted.GlobalSecondaryIndexes)) {
    throw new StartError(
      "The data in .local were made by another version of Hevel, whose table had another shape. " +
        "Run npm start -- --fresh to begin again; that removes the local data.",
    );
  }
}
