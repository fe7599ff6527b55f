import type { Block, Draft } from "./block.ts";

/** Who sends and where the site is. */
export interface Frame {
  /** Origin of the municipality's site, without slash at the end. */
  readonly origin: string;
  readonly municipality: string;
  readonly contact: {
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly openingHours: string;
  };
  /** Only in followers' letters: the page with the unsubscribe button. */
  readonly unsubscribeUrl?: string;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML: nothing a person typed can become markup. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}

// Colours of the site; mail programs know no custom properties.
const ink = "#10242b";
const water = "#0a5566";
const deep = "#073b47";
const mist = "#eef5f4";
const rule = "#c9d6d6";
const font = "font-family:'Atkinson Hyperlegible Next',Verdana,Arial,sans-serif";

function htmlOf(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p style="margin:0 0 16px">${lines(block.text)}</p>`;
    case "heading":
      return `<h2 style="margin:28px 0 8px;font-size:19px;line-height:26px;color:${deep}">${escapeHtml(block.text)}</h2>`;
    case "list":
      return `<ul style="margin:0 0 16px;padding-left:22px">${block.items.map((item) => `<li style="margin:0 0 6px">${lines(item)}</li>`).join("")}</ul>`;
    case "facts":
      return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px;width:100%;border-top:1px solid ${rule}">${block.facts
        .map(
          ([label, value]) =>
            `<tr><td style="padding:8px 12px 8px 0;border-bottom:1px solid ${rule};vertical-align:top;width:40%">${escapeHtml(label)}</td><td style="padding:8px 0;border-bottom:1px solid ${rule};vertical-align:top;font-weight:bold">${lines(value)}</td></tr>`,
        )
        .join("")}</table>`;
    case "quote":
      return `<blockquote style="margin:0 0 20px;padding:12px 16px;background:${mist};border-left:4px solid ${water}">${lines(block.text)}</blockquote>`;
    case "code":
      return `<p style="margin:0 0 20px;font-size:32px;line-height:40px;letter-spacing:6px;font-weight:bold;color:${deep}">${escapeHtml(block.code)}</p>`;
  }
}

const lines = (words: string) => escapeHtml(words).replace(/\r?\n/g, "<br>");

/** The letter as HTML: one column of at most 600 px, tables only for layout, no picture, no tracking. */
export function toHtml(draft: Draft, frame: Frame): string {
  const url = `${frame.origin}${draft.button.path}`;
  const { contact } = frame;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(draft.subject)}</title>
</head>
<body style="margin:0;padding:0;background:${mist};color:${ink};${font};font-size:17px;line-height:26px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid ${rule};border-radius:10px">
<tr><td style="padding:18px 28px;background:${deep};border-radius:10px 10px 0 0;color:#ffffff;font-size:17px;font-weight:bold">Hevel <span style="font-weight:normal">${escapeHtml(frame.municipality)}</span></td></tr>
<tr><td style="padding:28px">
<h1 style="margin:0 0 16px;font-size:26px;line-height:33px;color:${deep}">${escapeHtml(draft.heading)}</h1>
${draft.blocks.map(htmlOf).join("\n")}
<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:13px 22px;background:${water};color:#ffffff;text-decoration:none;border-radius:6px;font-weight:bold">${escapeHtml(draft.button.label)}</a></p>
<p style="margin:0 0 16px;font-size:15px;line-height:22px">Werkt de knop niet? Kopieer dan dit adres:<br><span style="word-break:break-all">${escapeHtml(url)}</span></p>
${(draft.after ?? []).map(htmlOf).join("\n")}
</td></tr>
<tr><td style="padding:20px 28px;border-top:1px solid ${rule};font-size:15px;line-height:23px">
Vragen? Bel of mail ${escapeHtml(contact.name)}: ${escapeHtml(contact.phone)} (${escapeHtml(contact.openingHours)}), <a href="mailto:${escapeHtml(contact.email)}" style="color:${water}">${escapeHtml(contact.email)}</a>.${
    frame.unsubscribeUrl === undefined
      ? ""
      : `<br>Wilt u deze berichten niet meer? <a href="${escapeHtml(frame.unsubscribeUrl)}" style="color:${water}">Meld u af</a>.`
  }
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function plainOf(block: Block): string {
  switch (block.kind) {
    case "text":
    case "code":
      return block.kind === "code" ? `    ${block.code}` : block.text;
    case "heading":
      return block.text.toUpperCase();
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "facts":
      return block.facts.map(([label, value]) => `${label}: ${value}`).join("\n");
    case "quote":
      return block.text
        .split(/\r?\n/)
        .map((line) => `> ${line}`)
        .join("\n");
  }
}

/** The letter as plain text, with the same words. */
export function toText(draft: Draft, frame: Frame): string {
  const { contact } = frame;
  const parts = [
    draft.heading,
    ...draft.blocks.map(plainOf),
    `${draft.button.label}:\n${frame.origin}${draft.button.path}`,
    ...(draft.after ?? []).map(plainOf),
    "--",
    `Hevel ${frame.municipality}`,
    `Vragen? Bel of mail ${contact.name}: ${contact.phone} (${contact.openingHours}), ${contact.email}.`,
    ...(frame.unsubscribeUrl === undefined
      ? []
      : [`Wilt u deze berichten niet meer? Meld u af: ${frame.unsubscribeUrl}`]),
  ];
  return `${parts.join("\n\n").replaceAll("\u00a0", " ")}\n`;
}
