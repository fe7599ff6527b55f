import type { Need } from "./iam.ts";

/** The names that a policy gives to what stands behind a guard. */
export type Arns = {
  readonly table: string;
  readonly bucket: string;
  /** Everything SES checks a letter against: the identity it comes from and the settings it is sent with. */
  readonly sending: readonly string[];
};

/** A request to AWS, as far as IAM reads it. */
export type Asked = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
};

/** What a request to DynamoDB, S3 or SES needs to be allowed to do. @throws Error for one this does not know. */
export function needsOf(asked: Asked, arns: Arns): readonly Need[] {
  const target = asked.headers["x-amz-target"];
  if (typeof target === "string") return tableNeeds(target.replace(/^.*\./, ""), JSON.parse(String(asked.body)), arns);
  if (String(asked.headers["content-type"]).startsWith("application/x-www-form-urlencoded"))
    return mailNeeds(new URLSearchParams(String(asked.body)), arns);
  return fileNeeds(asked, arns);
}

type Value = { readonly S?: string };
type Item = Readonly<Record<string, Value>>;
type Keyed = { readonly Key?: Item; readonly Item?: Item };

/** A call of the DynamoDB API: only what IAM looks at. */
type TableCall = Keyed & {
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Value>>;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Item[] }>>;
  readonly TransactItems?: readonly Readonly<Record<string, Keyed>>[];
};

/** What each part of a transaction needs: a transaction as such needs nothing (DynamoDB developer guide, IAM with transactions). */
const partNeeds: Readonly<Record<string, string>> = {
  Get: "GetItem",
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

function tableNeeds(operation: string, call: TableCall, { table }: Arns): readonly Need[] {
  const need = (name: string, keys: readonly Item[], resource = table): Need => ({
    action: `dynamodb:${name}`,
    resource,
    context: { "dynamodb:LeadingKeys": keys.map(({ PK }) => PK?.S ?? "") },
  });
  switch (operation) {
    case "GetItem":
    case "PutItem":
    case "UpdateItem":
    case "DeleteItem":
      return [need(operation, [call.Key ?? call.Item ?? {}])];
    case "BatchGetItem":
      return Object.values(call.RequestItems ?? {}).map(({ Keys }) => need(operation, Keys));
    case "Query": {
      const PK = call.ExpressionAttributeValues?.[":pk"] ?? {};
      return [need(operation, [{ PK }], call.IndexName === undefined ? table : `${table}/index/${call.IndexName}`)];
    }
    case "TransactGetItems":
    case "TransactWriteItems":
      return (call.TransactItems ?? []).flatMap((part) =>
        Object.entries(part).map(([kind, { Key, Item }]) => need(partNeeds[kind] ?? kind, [Key ?? Item ?? {}])),
      );
    default:
      return [need(operation, [])];
  }
}

function mailNeeds(form: URLSearchParams, { sending }: Arns): readonly Need[] {
  const source = form.get("Source") ?? "";
  const address = /<([^<>]*)>\s*$/.exec(source)?.[1] ?? source;
  const context = { "ses:FromAddress": [address] };
  return sending.map((resource) => ({ action: `ses:${form.get("Action")}`, resource, context }));
}

function fileNeeds({ method, url, headers }: Asked, { bucket }: Arns): readonly Need[] {
  const need = (action: string, address: string): Need => {
    const key = decodeURIComponent(address.replace(/^\/?[^/]*/, "").replace(/\?.*/s, ""));
    return { action: `s3:${action}`, resource: `${bucket}${key === "/" ? "" : key}`, context: {} };
  };
  const copied = headers["x-amz-copy-source"];
  if (method === "PUT") return [need("PutObject", url), ...(copied ? [need("GetObject", String(copied))] : [])];
  if (method === "DELETE") return [need("DeleteObject", url)];
  if (method === "OPTIONS") return [];
  if (method === "GET" || method === "HEAD") {
    const object = need("GetObject", url);
    return [object.resource === bucket ? { ...object, action: "s3:ListBucket" } : object];
  }
  throw new Error(`Nobody knows what ${method} ${url} needs.`);
}
