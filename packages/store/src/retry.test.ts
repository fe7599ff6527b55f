import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { mayPass, persist } from "./retry.ts";

const named = (name: string) => Object.assign(new Error(name), { name });
const coded = (code: string) => Object.assign(new Error("the network"), { code });
const answered = (httpStatusCode: number) => Object.assign(new Error("the service"), { $metadata: { httpStatusCode } });
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: "cancelled",
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describe("what may pass by itself", () => {
  test.each([
    cancelled("None", "TransactionConflict"),
    cancelled("ThrottlingError", "TransactionConflict"),
    named("TransactionInProgressException"),
    named("ThrottlingException"),
    named("TimeoutError"),
    coded("ECONNRESET"),
    coded("EPIPE"),
    answered(500),
    answered(503),
  ])("%s is tried again", (error) => {
    expect(mayPass(error)).toBe(true);
  });

  test.each([
    cancelled("ConditionalCheckFailed", "None"),
    cancelled("TransactionConflict", "ConditionalCheckFailed"),
    cancelled("ValidationError"),
    cancelled(),
    named("ValidationException"),
    named("IdempotentParameterMismatchException"),
    named("ResourceNotFoundException"),
    coded("ERR_INVALID_ARG_TYPE"),
    answered(400),
    "a text",
  ])("%s is not", (error) => {
    expect(mayPass(error)).toBe(false);
  });
});

describe("persist", () => {
  test("tries eight times, with pauses that double up to a second, and then says why", async () => {
    const pauses: number[] = [];
    let tries = 0;
    const send = async () => {
      tries += 1;
      throw named("ThrottlingException");
    };
    await expect(persist(send, async (longest) => void pauses.push(longest))).rejects.toThrow("ThrottlingException");
    expect(tries).toBe(8);
    expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640]);
  });

  test("stops at the first success and at the first error that stays", async () => {
    const outcomes = [named("TimeoutError"), "done"];
    const send = async () => {
      const outcome = outcomes.shift();
      if (outcome instanceof Error) throw outcome;
      return outcome;
    };
    expect(await persist(send, async () => {})).toBe("done");
    const refuse = () =>
      persist(
        () => Promise.reject(named("ValidationException")),
        async () => expect.fail("a pause"),
      );
    await expect(refuse()).rejects.toThrow("ValidationException");
  });
});
