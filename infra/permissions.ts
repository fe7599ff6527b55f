import { asLeadingKeys, neverDeleted, writtenOnce } from "./ledger-keys.ts";
import { files, key, table } from "./storage.ts";

/** One statement of a function's policy, in SST's words. */
export type Permission = Extract<NonNullable<sst.aws.FunctionArgs["permissions"]>, readonly unknown[]>[number];

/**
 * What a function may do to items, in the store's words. How many actions that takes is the store's affair: it reads one record
 * with GetItem and several with BatchGetItem, and a guard on a record that does not change is a ConditionCheckItem. There is no
 * Scan anywhere: every question has a key (docs/data-model.md), and a function that cannot scan cannot be made to hand over the
 * table.
 */
const tableActions = {
  read: ["BatchGetItem", "GetItem", "Query"],
  write: ["ConditionCheckItem", "PutItem", "UpdateItem"],
  delete: ["DeleteItem"],
} as const;

export type TableUse = keyof typeof tableActions;

/**
 * These uses of the table and its indexes, and of its key through DynamoDB only. What happened to money stays: it is
 * refused here too, whatever the code above it says. (A put that overwrites is the conditions' to refuse; IAM cannot see it.)
 */
export function onTable(...uses: readonly TableUse[]): Permission[] {
  return [
    {
      actions: uses.flatMap((use) => tableActions[use]).map((action) => `dynamodb:${action}`),
      resources: [table.properties.arn, $interpolate`${table.properties.arn}/index/*`],
    },
    refused("dynamodb:UpdateItem", writtenOnce),
    refused("dynamodb:DeleteItem", neverDeleted),
    throughService("dynamodb"),
  ];
}

function refused(action: string, beginnings: readonly string[]): Permission {
  return {
    effect: "deny",
    actions: [action],
    resources: [table.properties.arn],
    conditions: [
      { test: "ForAnyValue:StringLike", variable: "dynamodb:LeadingKeys", values: asLeadingKeys(beginnings) },
    ],
  };
}

/** Reading what the table's stream says happened. */
export function onStream(): Permission[] {
  return [
    {
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [table.properties.streamArn],
    },
    // AWS has no way to name one stream in this action.
    { actions: ["dynamodb:ListStreams"], resources: ["*"] },
  ];
}

/** What may be done to files, by the folder they are in. */
export type FileAccess = {
  readonly folder: string;
  readonly actions: readonly ("DeleteObject" | "GetObject" | "PutObject")[];
};

/** These actions on these folders, and the use of the key through S3 only. */
export function onFiles(...access: readonly FileAccess[]): Permission[] {
  return [
    ...access.map(({ folder, actions }) => ({
      actions: actions.map((action) => `s3:${action}`),
      resources: [$interpolate`${files.properties.arn}/${folder}/*`],
    })),
    // S3 says that a file is not there only to who may list the bucket; to others it says that they may not look.
    { actions: ["s3:ListBucket"], resources: [files.properties.arn] },
    throughService("s3"),
  ];
}

function throughService(service: "dynamodb" | "s3"): Permission {
  return {
    actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
    resources: [key.properties.arn],
    conditions: [
      {
        test: "StringEquals",
        variable: "kms:ViaService",
        values: [$interpolate`${service}.${aws.getRegionOutput().region}.amazonaws.com`],
      },
    ],
  };
}
