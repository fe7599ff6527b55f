import { followersLetters, type Letter, type LetterPayload } from "@hevel/core";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { draftOf } from "./drafts.ts";
import { headerValue, oneLine, subjectLine } from "./header.ts";
import { toHtml, toText } from "./layout.ts";
import { mailboxOf, wireAddress } from "./sender.ts";

/** A letter ready to send. `raw` is the whole MIME message. */
export interface RenderedLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly raw: Uint8Array;
}

/** Where letters come from: the site's origin and the sender, as `Name <address>` or an address. */
export interface Sender {
  readonly origin: string;
  readonly from: string;
}

/** Renders a letter: text and HTML with the same words, and the MIME message with exactly one recipient. */
export async function renderLetter(letter: Letter, { origin, from }: Sender): Promise<RenderedLetter> {
  const { draft, payload } = draftOf(letter.kind, letter.payload);
  const oneClick = followersLetters.includes(letter.kind) ? (payload as LetterPayload<"update">) : undefined;
  const frame = {
    origin,
    municipality: payload.municipality,
    contact: payload.contact,
    ...(oneClick === undefined ? {} : { unsubscribeUrl: `${origin}${oneClick.unsubscribePagePath}` }),
  };
  const answerTo = "answerTo" in payload ? payload.answerTo : payload.contact;
  const subject = subjectLine(draft.subject);
  const { name, address } = mailboxOf(from);
  const text = toText(draft, frame);
  const html = toHtml({ ...draft, subject }, frame);
  const composer = new MailComposer({
    // A sender without a name is the portal of the letter's own municipality.
    from: { name: name === "" ? `Hevel ${oneLine(payload.municipality)}` : name, address },
    to: { name: "", address: wireAddress(letter.to) },
    // Who answers a letter reaches people: who asked, or else the municipality.
    replyTo: { name: oneLine(answerTo.name), address: wireAddress(answerTo.email) },
    text,
    html,
    date: new Date(letter.createdAt),
    messageId: `<${letter.id}@${new URL(origin).hostname}>`,
    headers: {
      Subject: { prepared: true, value: headerValue(subject) },
      "Auto-Submitted": "auto-generated",
      "Content-Language": "nl",
      // RFC 8058: one click ends the subscription. Formal letters have no such header.
      ...(oneClick === undefined
        ? {}
        : {
            "List-Unsubscribe": { prepared: true, value: `<${origin}${oneClick.unsubscribePath}>` },
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { to: letter.to, subject, text, html, raw: await composer.compile().build() };
}
