import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { testClient } from "@hevel/testing/deps";
import { expect, inject, test } from "vitest";
import { createDocumentClient } from "./client.ts";
import { createReader } from "./reader.ts";

/** A reader whose requests are counted, with some items to read. */
async function createCounted(count: number) {
  const { endpoint, region, tableName: table } = inject("parts");
  const client = createDocumentClient({
    endpoint,
    region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const requests: string[] = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        requests.push(commandName ?? "");
        return next(args);
      },
    { step: "initialize" },
  );
  const own = `READER#${crypto.randomUUID()}`;
  const keys = Array.from({ length: count }, (_, index) => ({ PK: `${own}#${index}`, SK: "#" }));
  const writer = testClient().client;
  await Promise.all(keys.map((Item) => writer.send(new PutCommand({ TableName: table, Item }))));
  return { read: createReader({ client, table }), keys, requests, own };
}

test("what is asked in the same breath is one request, each answer in its place", async () => {
  const { read, keys, requests, own } = await createCounted(3);
  const asked = [...keys.toReversed(), { PK: `${own}#none`, SK: "#" }, ...keys.slice(0, 1)];
  const answers = await Promise.all(asked.map(read));
  expect(answers).toEqual([...keys.toReversed(), undefined, keys[0]]);
  expect(requests).toEqual(["BatchGetItemCommand"]);
});

test("more than a hundred are two requests, one alone is a plain read", async () => {
  const { read, keys, requests } = await createCounted(101);
  expect(await Promise.all(keys.map(read))).toEqual(keys);
  expect(requests.toSorted()).toEqual(["BatchGetItemCommand", "GetItemCommand"]);
});

test("a request that fails fails for everybody who waited for it", async () => {
  const { client, table } = testClient();
  const read = createReader({ client, table: `${table}-not-there` });
  const answers = await Promise.allSettled([read({ PK: "a", SK: "#" }), read({ PK: "b", SK: "#" })]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
