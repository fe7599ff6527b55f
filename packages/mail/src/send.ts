import { type SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Letter } from "@hevel/core";
import { renderLetter, type Sender } from "./render.ts";

/** Hands a letter to SES. Returns SES's message id. @throws what SES throws: the caller decides about trying again. */
export async function sendLetter(client: SESClient, letter: Letter, sender: Sender): Promise<string> {
  const { to, raw } = await renderLetter(letter, sender);
  const command = new SendRawEmailCommand({ Source: sender.from, Destinations: [to], RawMessage: { Data: raw } });
  const { MessageId } = await client.send(command);
  return MessageId ?? "";
}
