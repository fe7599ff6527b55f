import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** The least a function on DynamoDB can import: what the API's bundle is compared with. */
export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
