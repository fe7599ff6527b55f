import { fanOut, type MunicipalityCode } from "@hevel/core";
import { readImage } from "@hevel/store";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { Composition } from "./composition.ts";
import { type JobLine, traceOf } from "./log.ts";
import type { Postman } from "./postman.ts";

/**
 * Handles a batch of the table's stream: sends letters that were just written, and writes the letters of an update to
 * its followers. A letter that SES did not take is in the outbox with its next try, and so not a failure of the batch;
 * what could not be read or written in the database is, and comes again.
 */
export function createStreamHandler(composition: Composition, postman: Postman, log: (line: JobLine) => void) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const batchItemFailures: DynamoDBBatchResponse["batchItemFailures"] = [];
    for (const record of event.Records) {
      try {
        await handleRecord(composition, postman, log, record);
      } catch (error) {
        log({ level: "error", event: "record-failed", ...traceOf(error) });
        batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" });
      }
    }
    return { batchItemFailures };
  };
}

async function handleRecord(
  composition: Composition,
  postman: Postman,
  log: (line: JobLine) => void,
  { dynamodb }: DynamoDBRecord,
): Promise<void> {
  const image = dynamodb?.NewImage === undefined ? undefined : readImage(dynamodb.NewImage);
  if (image === undefined) return;
  const { municipality } = image;
  // The stream also tells of every other change; the filter of the event source (infra/outbox-filter.ts) is only a saving.
  if (image.kind === "letter") {
    if (image.record.status !== "waiting" || image.record.attempts > 0) return;
    await postman(municipality, await depsOf(composition, municipality), image.record);
  } else if (image.kind === "fan-out" && image.record.doneAt === undefined) {
    const done = await fanOut(await depsOf(composition, municipality), image.record);
    log({ level: "info", event: "fanned-out", municipality, updateId: image.record.id, done });
  }
}

async function depsOf(composition: Composition, municipality: MunicipalityCode) {
  const deps = await composition.depsFor(municipality);
  if (deps === undefined) throw new Error(`Municipality ${municipality} has no settings.`);
  return deps;
}
