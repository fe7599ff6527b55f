import { describe, expect, test } from "vitest";
import type { Statement } from "../deployed.ts";
import { allows } from "./iam.ts";

const table = "arn:aws:dynamodb:eu-central-1:123456789012:table/hevel";
const reading: Statement = {
  Effect: "Allow",
  Action: ["dynamodb:GetItem", "dynamodb:UpdateItem", "kms:GenerateDataKey*"],
  Resource: [table, `${table}/index/*`],
};
const denied: Statement = {
  Effect: "Deny",
  Action: ["dynamodb:UpdateItem"],
  Resource: [table],
  Condition: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["GM????#JRN#*"] } },
};
const need = (action: string, resource = table, keys: readonly string[] = []) => ({
  action,
  resource,
  context: { "dynamodb:LeadingKeys": keys },
});

describe("a policy", () => {
  test("allows what a statement names, and nothing else", () => {
    expect(allows([reading], need("dynamodb:GetItem"))).toBe(true);
    expect(allows([reading], need("dynamodb:GetItem", `${table}/index/GSI1`))).toBe(true);
    expect(allows([reading], need("kms:GenerateDataKeyPair"))).toBe(true);
    expect(allows([reading], need("dynamodb:BatchGetItem"))).toBe(false);
    expect(allows([reading], need("dynamodb:GetItem", `${table}2`))).toBe(false);
    expect(allows([reading], need("dynamodb:GetItem", table.replace("dynamodb:eu", "dynamodbxeu")))).toBe(false);
    expect(allows([], need("dynamodb:GetItem"))).toBe(false);
  });

  test("denies whatever another statement allows, where its condition holds for any key", () => {
    const both = [reading, denied];
    expect(allows(both, need("dynamodb:UpdateItem", table, ["GM9999#ACC#1"]))).toBe(true);
    expect(allows(both, need("dynamodb:UpdateItem", table, ["GM9999#ACC#1", "GM9999#JRN#1"]))).toBe(false);
    expect(allows(both, need("dynamodb:UpdateItem", table, ["GM99999#JRN#1"]))).toBe(true);
  });

  test("does not hold for a value that the request has not", () => {
    const from: Statement = {
      Effect: "Allow",
      Action: ["ses:SendRawEmail"],
      Resource: ["*"],
      Condition: { StringEquals: { "ses:FromAddress": ["hevel@post.example"] } },
    };
    const sending = { action: "ses:SendRawEmail", resource: "arn" };
    expect(allows([from], { ...sending, context: {} })).toBe(false);
    expect(allows([from], { ...sending, context: { "ses:FromAddress": ["hevel@post.example"] } })).toBe(true);
    expect(allows([from], { ...sending, context: { "ses:FromAddress": ["x@post.example"] } })).toBe(false);
  });

  test("with a condition nobody knows is not passed over", () => {
    const strange: Statement = { ...denied, Condition: { StringNotEquals: { "aws:x": ["y"] } } };
    expect(() => allows([strange], need("dynamodb:UpdateItem"))).toThrow("StringNotEquals");
  });
});
