import { count } from "./count.ts";
import type { Election } from "./election.ts";
import type { Explanation } from "./explain.ts";
import type { Fairness } from "./fairness.ts";
import type { Outcome } from "./outcome.ts";
import type { Finding } from "./pb/findings.ts";
import type { TallyRefused, TallyReply, TallyRequest } from "./worker-protocol.ts";

/** The part of a dedicated worker's global scope this entry uses. */
interface WorkerScope {
  addEventListener(type: "message", listener: (event: { readonly data: TallyRequest }) => void): void;
  postMessage(reply: TallyReply): void;
}

// The library is compiled without the browser's types; in a worker the global scope is this.
const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("message", (event) => {
  void answer(event.data).then((reply) => scope.postMessage(reply));
});

async function answer(request: TallyRequest): Promise<TallyReply> {
  try {
    const { election, findings } = await open(request.input);
    const outcome = count(election, request.parameters);
    const { id } = request;
    return { id, state: "counted", election, outcome, ...(await lookInto(request, election, outcome)), findings };
  } catch (error) {
    return refusal(request.id, error);
  }
}

// What not every page asks for is loaded when it is asked for: a page that counts fetches the counting only.

async function lookInto(
  request: TallyRequest,
  election: Election,
  outcome: Outcome,
): Promise<{ explanation: Explanation | null; fairness: Fairness | null }> {
  let explanation: Explanation | null = null;
  if (request.explain !== "no") {
    const { explain } = await import("./explain.ts");
    explanation = explain(election, outcome, { winnersSupport: request.explain === "with-winners" });
  }
  if (!request.fairness) return { explanation, fairness: null };
  const { fairness } = await import("./fairness.ts");
  return { explanation, fairness: fairness(election, outcome.winners, outcome.parameters) };
}

async function open(input: TallyRequest["input"]): Promise<{ election: Election; findings: readonly Finding[] }> {
  if ("election" in input) return { election: input.election, findings: [] };
  const { readPb, readPbChunks } = await import("./pb/read.ts");
  return input.pb instanceof Blob ? readPbChunks(chunksOf(input.pb)) : readPb(input.pb);
}

/** Not every browser can iterate over a stream. */
async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function refusal(id: number, error: unknown): TallyRefused {
  const message = error instanceof Error ? error.message : String(error);
  // The class itself lives in the part that may not have been loaded; only it carries findings.
  if (error instanceof Error && error.name === "PbUnreadableError" && "findings" in error) {
    return { id, state: "unreadable", message, findings: error.findings as readonly Finding[] };
  }
  return { id, state: error instanceof RangeError ? "refused" : "failed", message, findings: [] };
}
