import { createClient, type Problem } from "@hevel/api/client";
import type { ClientResponse } from "hono/client";
import type { FieldError, SendResult } from "../forms/form.ts";
import { refusals } from "../words/nl.ts";
import { reportSignInNeeded } from "./signed-out.ts";

/**
 * The API, on the site's own origin: typed by its routes. The content type goes along always, because the API also asks
 * it of an act that has nothing more to say than its address.
 */
export const api = createClient("", { headers: { "Content-Type": "application/json" } });

/** The API said no. `problem` says why; `message` is the Dutch sentence for a person. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(refusalSentence(problem));
    this.problem = problem;
  }
}

type Good = 200 | 201 | 202 | 204;

/** What a request answers when it goes well: the body of its 2xx answer. */
export type Answer<R> =
  R extends ClientResponse<infer Body, infer Status, string> ? (Status extends Good ? Body : never) : never;

/** Waits for the answer. @throws Refused when the API says no, TypeError when it cannot be reached. */
export async function answer<R extends ClientResponse<unknown, number, string>>(
  request: Promise<R>,
): Promise<Answer<R>> {
  const response = await request;
  // Narrowed by `ok`: only the bodies of 2xx answers are left, which is what Answer picks.
  if (response.ok) return (await contentOf(response)) as Answer<R>;
  const refused = new Refused(await problemOf(response));
  if (refused.problem.code === "unauthenticated") reportSignInNeeded("signed-out");
  if (refused.problem.code === "sign-in-again") reportSignInNeeded("again");
  throw refused;
}

/** What an answer says. Some say no more than that it is done, with whatever status. */
async function contentOf(response: ClientResponse<unknown, number, string>): Promise<unknown> {
  const content = await response.text();
  return content === "" ? undefined : JSON.parse(content);
}

async function problemOf(response: ClientResponse<unknown, number, string>): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    // Not our API but something before it answered: a proxy, a captive portal.
    return { type: "about:blank", status: response.status, title: "", detail: "", code: "bug", requestId: "" };
  }
}

/** The Dutch sentence for a refusal, with its facts filled in. */
function refusalSentence(problem: Problem): string {
  return refusals.codes[problem.code](problem.details ?? {});
}

/** The Dutch sentence for one field; `limit` is the length or number it may have. */
export function fieldSentence(code: string, limit?: number): string {
  const sentence = Object.hasOwn(refusals.fields, code)
    ? refusals.fields[code as keyof typeof refusals.fields]
    : refusals.fields.invalid;
  return sentence(limit);
}

/** Sends a form: what goes wrong comes back as sentences, per field where it can be, and nothing typed is lost. */
export async function send<R extends ClientResponse<unknown, number, string>>(
  request: Promise<R>,
  onSent?: (answer: Answer<R>) => void,
  fieldOf: (path: string) => string = (path) => path,
): Promise<SendResult> {
  try {
    const sent = await answer(request);
    onSent?.(sent);
    return { ok: true };
  } catch (error) {
    return refusalOf(error, fieldOf);
  }
}

/** An error as what a form shows: fields by name, or one sentence about the whole. */
export function refusalOf(error: unknown, fieldOf: (path: string) => string = (path) => path): SendResult {
  if (!(error instanceof Refused)) return { ok: false, message: refusals.unreachable };
  const errors: readonly FieldError[] = (error.problem.errors ?? []).map(({ path, code, limit }) => ({
    field: fieldOf(path),
    message: fieldSentence(code, limit),
  }));
  return errors.length > 0 ? { ok: false, errors } : { ok: false, message: error.message };
}
