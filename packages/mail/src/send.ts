import { type SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Letter, MunicipalityCode } from "@hevel/core";
import { renderLetter, type Sender } from "./render.ts";
import { mailboxOf, wireAddress } from "./sender.ts";

/**
 * What SES says about a letter later (a bounce, a complaint) carries these tags: they find the letter again. Tags hold
 * letters, digits, `_` and `-` only, so the instant is in milliseconds since 1970.
 */
export const letterTags = { municipality: "municipality", letter: "letter", createdAt: "created-at" } as const;

function tagsOf({ id, createdAt }: Letter, municipality: string) {
  return [
    { Name: letterTags.municipality, Value: municipality },
    { Name: letterTags.letter, Value: id },
    { Name: letterTags.createdAt, Value: String(Date.parse(createdAt)) },
  ];
}

/** Hands a letter to SES. Returns SES's message id. @throws what SES throws: the caller decides about trying again. */
export async function sendLetter(
  client: SESClient,
  letter: Letter,
  sender: Sender & { readonly municipality: MunicipalityCode },
): Promise<string> {
  const { to, raw } = await renderLetter(letter, sender);
  const command = new SendRawEmailCommand({
    // The bare address: a name stands, encoded, in the letter's own `From` only.
    Source: mailboxOf(sender.from).address,
    Destinations: [wireAddress(to)],
    RawMessage: { Data: raw },
    Tags: tagsOf(letter, sender.municipality),
  });
  const { MessageId } = await client.send(command);
  return MessageId ?? "";
}
