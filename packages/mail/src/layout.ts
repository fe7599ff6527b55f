import type { Block, Draft, TaskLine } from "./block.ts";

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
const quiet = "#465a61";
const water = "#0a5566";
const deep = "#073b47";
const flow = "#0f7f8c";
const sun = "#f2b230";
const mist = "#eef5f4";
const rule = "#c9d6d6";
const font = "font-family:'Atkinson Hyperlegible Next',Verdana,Arial,sans-serif";

/**
 * What a style attribute cannot say: on a phone a label stands above its value, and the button is as wide as a thumb
 * reaches. Programs that leave this out show the letter as on a desk.
 */
const onPhone = `@media (max-width:480px){
.edge{padding-left:20px!important;padding-right:20px!important}
.fact td{display:block!important;width:auto!important;padding:0 0 10px!important}
.fact td:first-child{border-bottom:0!important;padding:10px 0 0!important;font-size:15px!important}
.button{display:block!important;text-align:center!important}
}`;

const table = `role="presentation" cellpadding="0" cellspacing="0"`;
/** A word that is longer than its column is broken, so that a letter is never wider than the screen. */
const cell = `border-bottom:1px solid ${rule};vertical-align:top;overflow-wrap:anywhere`;

function htmlOf(block: Block, origin: string): string {
  switch (block.kind) {
    case "text":
      return `<p style="margin:0 0 16px;overflow-wrap:anywhere">${lines(block.text)}</p>`;
    case "heading":
      return `<h2 style="margin:32px 0 8px;font-size:19px;line-height:26px;color:${deep}">${escapeHtml(block.text)}</h2>`;
    case "list":
      return `<ul style="margin:0 0 16px;padding-left:22px">${block.items.map((item) => `<li style="margin:0 0 6px;overflow-wrap:anywhere">${lines(item)}</li>`).join("")}</ul>`;
    case "facts":
      return `<table ${table} style="margin:0 0 20px;width:100%;border-top:1px solid ${rule}">${block.facts.map(factRow).join("")}</table>`;
    case "sums":
      return `<table ${table} style="margin:0 0 20px;width:100%;border-top:1px solid ${rule}">${block.sums.map((sum, index) => sumRow(sum, index === block.sums.length - 1)).join("")}</table>`;
    case "level":
      return levelOf(block.part);
    case "quote":
      return `<blockquote style="margin:0 0 20px;padding:14px 18px;background:${mist};border-left:4px solid ${flow};border-radius:0 6px 6px 0;overflow-wrap:anywhere">${lines(block.text)}</blockquote>`;
    case "tasks":
      return `<table ${table} style="margin:0 0 20px;width:100%;border-top:1px solid ${rule}">${block.tasks.map((task) => taskRow(task, origin)).join("")}</table>`;
    case "way":
      return `<p style="margin:0 0 16px;overflow-wrap:anywhere">${escapeHtml(block.question)} <a href="${escapeHtml(`${origin}${block.path}`)}" style="color:${water}">${escapeHtml(block.label)}</a>.</p>`;
    case "code":
      return `<p style="margin:0 0 20px;padding:14px 0 14px 8px;background:${mist};border-radius:6px;text-align:center;font-size:34px;line-height:42px;letter-spacing:8px;font-weight:bold;color:${deep}">${escapeHtml(block.code)}</p>`;
  }
}

const factRow = ([label, value]: readonly [string, string]) =>
  `<tr class="fact"><td style="padding:10px 16px 10px 0;${cell};width:38%;color:${quiet}">${escapeHtml(label)}</td><td style="padding:10px 0;${cell};font-weight:bold">${lines(value)}</td></tr>`;

const taskRow = ({ title, says, path }: TaskLine, origin: string) =>
  `<tr><td style="padding:12px 0;${cell}"><a href="${escapeHtml(`${origin}${path}`)}" style="color:${water};font-weight:bold">${escapeHtml(title)}</a><br>${lines(says)}</td></tr>`;

function sumRow([label, amount]: readonly [string, string], isOutcome: boolean): string {
  const weight = isOutcome ? `font-weight:bold;border-bottom:2px solid ${deep}` : "";
  return `<tr><td style="padding:10px 16px 10px 0;${cell};${weight}">${escapeHtml(label)}</td><td align="right" style="padding:10px 0;${cell};white-space:nowrap;font-variant-numeric:tabular-nums;${weight}">${escapeHtml(amount)}</td></tr>`;
}

/** A vessel with a level, drawn with two cells: no picture is loaded. */
function levelOf(part: number): string {
  const full = Math.round(Math.min(1, Math.max(0, part)) * 100);
  const side = (width: number, colour: string) =>
    width === 0
      ? ""
      : `<td width="${width}%" style="width:${width}%;height:16px;line-height:16px;font-size:1px;background:${colour}">&nbsp;</td>`;
  return `<table ${table} aria-hidden="true" width="100%" style="width:100%;margin:4px 0 16px;border:2px solid ${deep};border-radius:8px;border-collapse:separate;overflow:hidden"><tr>${side(full, flow)}${side(100 - full, mist)}</tr></table>`;
}

const lines = (words: string) => escapeHtml(words).replace(/\r?\n/g, "<br>");

/** What a list of letters shows after the subject: the first words of the letter, not the name of the sender once more. */
function previewOf({ blocks }: Draft): string {
  const first = blocks.find((block) => block.kind === "text");
  return first?.kind === "text" ? first.text : "";
}

function footerOf({ contact, unsubscribeUrl }: Frame): string {
  const phone = `<a href="tel:${escapeHtml(contact.phone.replace(/[^+\d]/g, ""))}" style="color:${water};white-space:nowrap">${escapeHtml(contact.phone)}</a>`;
  const email = `<a href="mailto:${escapeHtml(contact.email)}" style="color:${water};overflow-wrap:anywhere">${escapeHtml(contact.email)}</a>`;
  const questions = `<strong>Vragen?</strong> Bel of mail ${escapeHtml(contact.name)}: ${phone} (${escapeHtml(contact.openingHours)}), ${email}.`;
  if (unsubscribeUrl === undefined) return questions;
  return `${questions}<br><br>Wilt u deze mails niet meer? <a href="${escapeHtml(unsubscribeUrl)}" style="color:${water}">Meld u af</a>.`;
}

/** The letter as HTML: one column of at most 600 px, tables only for layout, no picture, no tracking. */
export function toHtml(draft: Draft, frame: Frame): string {
  const url = escapeHtml(`${frame.origin}${draft.button.path}`);
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(draft.subject)}</title>
<style>${onPhone}</style>
</head>
<body style="margin:0;padding:0;background:${mist};color:${ink};${font};font-size:17px;line-height:27px">
<div aria-hidden="true" style="display:none;max-height:0;overflow:hidden">${escapeHtml(previewOf(draft))}</div>
<div role="article" aria-roledescription="e-mail" lang="nl">
<table ${table} width="100%"><tr><td align="center" style="padding:24px 12px">
<table ${table} width="600" style="width:100%;max-width:600px;background:#ffffff;border:1px solid ${rule};border-radius:10px">
<tr><td class="edge" style="padding:18px 32px;background:${deep};border-bottom:4px solid ${sun};border-radius:10px 10px 0 0;color:#ffffff;font-size:18px;font-weight:bold">Hevel <span style="font-weight:normal">${escapeHtml(frame.municipality)}</span></td></tr>
<tr><td class="edge" style="padding:32px 32px 24px">
<h1 style="margin:0 0 16px;font-size:28px;line-height:35px;color:${deep};overflow-wrap:anywhere">${escapeHtml(draft.heading)}</h1>
${draft.blocks.map((block) => htmlOf(block, frame.origin)).join("\n")}
<p style="margin:28px 0"><a href="${url}" style="display:inline-block;padding:14px 26px;background:${water};color:#ffffff;text-decoration:none;border-radius:6px;font-weight:bold" class="button">${escapeHtml(draft.button.label)}</a></p>
<p style="margin:0 0 16px;font-size:15px;line-height:22px;color:${quiet}">Werkt de knop niet? Kopieer dan dit adres:<br><span style="word-break:break-all">${url}</span></p>
${(draft.after ?? []).map((block) => htmlOf(block, frame.origin)).join("\n")}
</td></tr>
<tr><td class="edge" style="padding:20px 32px 24px;border-top:1px solid ${rule};font-size:15px;line-height:24px">
${footerOf(frame)}
</td></tr>
</table>
</td></tr></table>
</div>
</body>
</html>
`;
}

function plainOf(block: Block, origin: string): string {
  switch (block.kind) {
    case "text":
    case "code":
      return block.kind === "code" ? `    ${block.code}` : block.text;
    case "way":
      return `${block.question} ${block.label}:\n${origin}${block.path}`;
    case "heading":
      return block.text.toUpperCase();
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "facts":
      return block.facts.map(([label, value]) => `${label}: ${value}`).join("\n");
    case "sums":
      return block.sums.map(([label, amount]) => `${label}: ${amount}`).join("\n");
    case "tasks":
      return block.tasks.map(({ title, says, path }) => `${title}\n${says}\n${origin}${path}`).join("\n\n");
    case "level":
      return "";
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
    ...draft.blocks.map((block) => plainOf(block, frame.origin)).filter((part) => part !== ""),
    `${draft.button.label}:\n${frame.origin}${draft.button.path}`,
    ...(draft.after ?? []).map((block) => plainOf(block, frame.origin)),
    "--",
    `Hevel ${frame.municipality}`,
    `Vragen? Bel of mail ${contact.name}: ${contact.phone} (${contact.openingHours}), ${contact.email}.`,
    ...(frame.unsubscribeUrl === undefined ? [] : [`Wilt u deze mails niet meer? Meld u af: ${frame.unsubscribeUrl}`]),
  ];
  return `${parts.join("\n\n").replaceAll("\u00a0", " ")}\n`;
}
