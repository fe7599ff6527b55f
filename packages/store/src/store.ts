import { QueryCommand, TransactGetCommand } from "@aws-sdk/lib-dynamodb";
import {
  type Change,
  invariant,
  limits,
  type Page,
  type Paging,
  type Queries,
  type QueryName,
  type RecordKind,
  type RecordRef,
  type Records,
  type RecordsOf,
  type Refs,
  type Store,
} from "@hevel/core";
import { actionsOf, transact } from "./commit.ts";
import { countBack, countWithin } from "./counter.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { fromItem, primaryKey } from "./item.ts";
import { accesses } from "./keys.ts";
import { commitOnce, replay } from "./once.ts";
import type { StoreOptions } from "./options.ts";
import { createReader } from "./reader.ts";
import { persist } from "./retry.ts";

/** The portal's memory for one municipality, on one DynamoDB table. */
export function createStore(options: StoreOptions): Store {
  const { client, table, municipality, pause } = options;
  const read = createReader(options);
  async function get<K extends RecordKind>(kind: K, ref: Refs[K]): Promise<Records[K] | undefined> {
    const item = await read(primaryKey(municipality, kind, ref));
    return item === undefined ? undefined : fromItem(kind, item);
  }

  async function snapshot<const L extends readonly RecordRef[]>(refs: L): Promise<RecordsOf<L>> {
    invariant(refs.length <= limits.transactionItemsMax, `a snapshot has at most 100 records, not ${refs.length}`);
    const command = new TransactGetCommand({
      // One kind goes with its own ref; the compiler loses the link in a union of all kinds.
      TransactItems: refs.map(({ kind, ref }) => ({
        Get: { TableName: table, Key: primaryKey(municipality, kind, ref as never) },
      })),
    });
    const { Responses = [] } = await persist(() => client.send(command), pause);
    const records = refs.map(({ kind }, index) => {
      const item = Responses[index]?.Item;
      return item === undefined ? undefined : fromItem(kind, item);
    });
    // One record per reference, in the same order: DynamoDB answers in the order of the request.
    return records as RecordsOf<L>;
  }

  function list<Q extends QueryName>(query: Q, params: Queries[Q]["params"], paging: Paging = {}) {
    const limit = Math.min(paging.limit ?? limits.pageSizeMax, limits.pageSizeMax);
    return readPage(query, params, { ...paging, limit });
  }

  /** One page: as many as asked, or (without a limit) as many as DynamoDB gives at once, which is 1 MB. */
  async function readPage<Q extends QueryName>(
    query: Q,
    params: Queries[Q]["params"],
    paging: Paging,
  ): Promise<Page<Records[Queries[Q]["kind"]]>> {
    const access = accesses[query];
    const prefix = access.index ?? "";
    const isPrefixed = access.skBegins !== undefined;
    const partition = `${municipality}#${access.pk(params)}`;
    const begins = access.skBegins ?? "";
    const start =
      paging.cursor === undefined
        ? undefined
        : readCursor(paging.cursor, { municipality, index: prefix, partition, begins });
    const command = new QueryCommand({
      TableName: table,
      ...(access.index === undefined ? { ConsistentRead: true } : { IndexName: access.index }),
      KeyConditionExpression: `#pk = :pk${isPrefixed ? " AND begins_with(#sk, :sk)" : ""}`,
      ExpressionAttributeNames: { "#pk": `${prefix}PK`, ...(isPrefixed ? { "#sk": `${prefix}SK` } : {}) },
      ExpressionAttributeValues: {
        ":pk": partition,
        ...(isPrefixed ? { ":sk": access.skBegins } : {}),
      },
      ScanIndexForward: paging.newestFirst !== true,
      ...(paging.limit === undefined ? {} : { Limit: paging.limit }),
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    const { Items = [], LastEvaluatedKey } = await persist(() => client.send(command), pause);
    // The access pattern names its kind in the type Queries; every item was written by `toItem` under that placement.
    const items = Items.map((item) => fromItem(item["kind_"] as Queries[Q]["kind"], item));
    return LastEvaluatedKey === undefined ? { items } : { items, cursor: writeCursor(LastEvaluatedKey) };
  }

  async function listAll<Q extends QueryName>(query: Q, params: Queries[Q]["params"]) {
    const all: Records[Queries[Q]["kind"]][] = [];
    let cursor: string | undefined;
    do {
      const page: Page<Records[Queries[Q]["kind"]]> = await readPage(
        query,
        params,
        cursor === undefined ? {} : { cursor },
      );
      all.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return all;
  }

  const commit = (changes: readonly Change[]) => transact(options, actionsOf(table, municipality, changes));

  return {
    get,
    snapshot,
    list,
    listAll,
    commit,
    commitOnce: (changes, once) => commitOnce(options, read, changes, once),
    replay: (key, request) => replay(options, read, key, request),
    countWithin: (key, max, expiresAt) => countWithin(options, key, max, expiresAt),
    countBack: (key) => countBack(options, key),
  };
}
