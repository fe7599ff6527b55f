import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { drafts } from "./drafts.ts";
import { makeIdempotencyKey } from "./idempotency-key.ts";

/** A sentence about one field. `field` is the name the control has: `title`, or `lines.0.amount` in a list. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What came of sending: done, or refused with sentences per field and possibly one about the whole. */
export type SendResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors?: readonly FieldError[]; readonly message?: string };

type Row = Record<string, string>;
/** Form values are what the person typed, as text: an amount stays `1.250,-` until `check` and `send` read it. */
export type FormValues = Record<string, string | boolean | string[] | Row[]>;

/** What a control needs: spread it on a field component. */
export interface Bound<T> {
  readonly name: string;
  readonly value: T;
  readonly error: string | undefined;
  readonly onInput: (value: T) => void;
}

export interface FormOptions<V extends FormValues> {
  /** Drafts are kept under this key; without one nothing is kept. One key per form and object: `proposal:prp_01...`. */
  readonly draftKey?: string;
  readonly initial: V;
  /** All errors at once, in the order of the fields on the screen. */
  readonly check: (values: V) => readonly FieldError[];
  /**
   * Sends it. `key` goes in `Idempotency-Key`: one per filled-in form, the same over retries and, with its draft, after a
   * closed tab; so what was filled in once is done once.
   */
  readonly send: (values: V, key: string) => Promise<SendResult>;
}

/** Sending failed as a whole; `message` is there when the API gave a sentence about it. */
export interface Failure {
  readonly message: string | undefined;
}

export type DraftState =
  | { readonly kind: "none" | "restored" | "failed" }
  | { readonly kind: "saved"; readonly at: Date };

export type FormModel<V extends FormValues = FormValues> = ReturnType<typeof createForm<V>>;

/** The state of one form: what was typed, what is wrong with it, whether it is being sent, and its draft. */
export function createForm<V extends FormValues>(options: FormOptions<V>) {
  const kept = options.draftKey === undefined ? undefined : drafts.read(options.draftKey);
  const restored = isRecord(kept);
  const { [keyField]: keptKey, ...keptValues } = restored ? kept : {};
  let key: string = typeof keptKey === "string" ? keptKey : makeIdempotencyKey();
  const [values, setValues] = createStore<V>({ ...structuredClone(options.initial), ...keptValues });
  const [isSending, setSending] = createSignal(false);
  const [draft, setDraft] = createSignal<DraftState>({ kind: restored ? "restored" : "none" });

  const snapshot = (): V => structuredClone(unwrap(values));
  const draftOf = () => ({ ...snapshot(), [keyField]: key });
  const cancelKeeping = keepDraft(options.draftKey, () => JSON.stringify(values), draftOf, setDraft);

  // Stores are typed by path; here the path is data, so the setter is used through its untyped form once.
  const setAt = setValues as unknown as SetAt;
  const forgetDraft = () => {
    cancelKeeping();
    if (options.draftKey !== undefined) drafts.clear(options.draftKey);
    setDraft({ kind: "none" });
  };
  const { refuse, accept, errorOf, ...refusals } = createRefusals(
    () => options.check(snapshot()),
    (field) => JSON.stringify(valueAt(values, field)),
  );
  const frame = { ...refusals, isSending, draft };
  const passes = (fields?: readonly string[]): boolean => {
    const isAsked = ({ field }: FieldError) => fields?.some((each) => isWithin(field, each)) ?? true;
    const found = options.check(snapshot()).filter(isAsked);
    if (found.length === 0) accept();
    else refuse(found);
    return found.length === 0;
  };

  return {
    ...frame,
    values,
    snapshot,
    errorOf,
    set: <K extends keyof V & string>(field: K, value: V[K]) => setAt(field, value),
    bind: <K extends keyof V & string>(field: K): Bound<V[K]> => ({
      name: field,
      get value() {
        return values[field];
      },
      get error() {
        return errorOf(field);
      },
      onInput: (value) => setAt(field, value),
    }),
    ...bindRows(values, errorOf, setAt),
    forgetDraft,
    /** Empties the form for a next one, after it was sent. */
    reset: () => {
      setValues(structuredClone(options.initial));
      forgetDraft();
    },
    /** Checks everything and sends nothing: true when it could be sent. */
    check: (): boolean => passes(),
    /** Whether something still has to be filled in or mended in these fields. */
    isOpen: (fields: readonly string[]): boolean =>
      options.check(snapshot()).some((error) => fields.some((field) => isWithin(error.field, field))),
    /** One screen of a longer form: the same values, but only these fields are checked, and nothing is sent. */
    part: (fields: readonly string[]) => ({
      ...frame,
      submit: async (): Promise<boolean> => passes(fields),
    }),
    /** Checks everything, sends when all is well. Resolves to true when it was sent. A second press while sending does nothing. */
    submit: async (): Promise<boolean> => {
      if (isSending() || !passes()) return false;
      setSending(true);
      try {
        const result = await options.send(snapshot(), key);
        if (!result.ok) {
          const perField = result.errors ?? [];
          refuse(
            perField,
            perField.length === 0 || result.message !== undefined ? { message: result.message } : undefined,
          );
          return false;
        }
        accept();
        key = makeIdempotencyKey();
        forgetDraft();
        return true;
      } catch {
        refuse([], { message: undefined });
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}

/** Where a draft keeps the key of its form; no control has this name. */
const keyField = "$key";

/** What is wrong with a form: per field, as a whole, and how often it was refused. */
function createRefusals(check: () => readonly FieldError[], typedAt: (field: string) => string | undefined) {
  const [errors, setErrors] = createSignal<readonly FieldError[]>([]);
  const [failure, setFailure] = createSignal<Failure>();
  const [attempts, setAttempts] = createSignal(0);
  /** What stood in each field when it was refused. */
  let refused = new Map<string, string | undefined>();
  return {
    errors,
    failure,
    /** Counts the refused attempts; the summary takes focus at each. */
    attempts,
    errorOf: (field: string) => errors().find((error) => error.field === field)?.message,
    refuse: (found: readonly FieldError[], failed?: Failure) => {
      refused = new Map(found.map(({ field }) => [field, typedAt(field)]));
      setErrors(found);
      setFailure(failed);
      setAttempts((count) => count + 1);
    },
    accept: () => {
      setErrors([]);
      setFailure(undefined);
    },
    /**
     * Takes away the errors that are solved. Called a moment after a control is left, never while typing. What only the API
     * can judge stays until something else is typed there.
     */
    recheck: () => {
      if (errors().length === 0) return;
      const still = new Map(check().map((error) => [error.field, error]));
      const isSame = (field: string) => refused.get(field) === typedAt(field);
      setErrors(errors().flatMap((error) => still.get(error.field) ?? (isSame(error.field) ? error : [])));
    },
  };
}

type SetAt = (...path: readonly unknown[]) => void;

/** The part of a form that deals with lists of rows: budget lines, milestones. */
function bindRows<V extends FormValues>(values: V, errorOf: (field: string) => string | undefined, setAt: SetAt) {
  const rowsOf = (list: string): readonly Row[] => {
    const rows = values[list];
    return Array.isArray(rows) ? rows.filter((row) => typeof row === "object") : [];
  };
  return {
    /** A control in a row of a list: `form.bindRow("lines", 0, "amount")`. */
    bindRow: (list: keyof V & string, index: number, key: string): Bound<string> => ({
      name: `${list}.${index}.${key}`,
      get value() {
        return rowsOf(list)[index]?.[key] ?? "";
      },
      get error() {
        return errorOf(`${list}.${index}.${key}`);
      },
      onInput: (value) => setAt(list, index, key, value),
    }),
    addRow: (list: keyof V & string, row: Row) => setAt(list, (rows: readonly Row[]) => [...rows, row]),
    removeRow: (list: keyof V & string, index: number) =>
      setAt(list, (rows: readonly Row[]) => rows.filter((_, at) => at !== index)),
  };
}

/** What stands in a field by its name: `title`, or `lines.0.amount` in a list. */
function valueAt(values: FormValues, field: string): unknown {
  return field.split(".").reduce<unknown>((at, key) => (isIndexable(at) ? at[key] : undefined), values);
}

const isIndexable = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** `lines.0.amount` belongs to `lines`; `lineage` does not. */
const isWithin = (field: string, part: string) => field === part || field.startsWith(`${part}.`);

const draftDelayMs = 400;

function keepDraft(
  key: string | undefined,
  track: () => unknown,
  snapshot: () => unknown,
  report: (state: DraftState) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  if (key === undefined) return cancel;
  const keep = () => {
    if (timer === undefined) return;
    cancel();
    report(drafts.keep(key, snapshot()) ? { kind: "saved", at: new Date() } : { kind: "failed" });
  };
  createEffect(
    on(
      track,
      () => {
        clearTimeout(timer);
        timer = setTimeout(keep, draftDelayMs);
      },
      { defer: true },
    ),
  );
  createEffect(() => {
    // A phone may never fire anything later than this.
    addEventListener("pagehide", keep);
    onCleanup(() => {
      removeEventListener("pagehide", keep);
      keep();
    });
  });
  return cancel;
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
