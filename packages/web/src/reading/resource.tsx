import { createResource, type JSX, Match, Show, Switch } from "solid-js";
import { NotFoundPage } from "../pages/not-found.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Loading } from "../ui/loading.tsx";
import { NoPermission } from "../ui/no-permission.tsx";
import { refusals } from "../words/nl.ts";
import { Refused } from "./api.ts";

/** What a page reads from the API: its value, whether it is on its way, and how to ask again. */
export interface Reading<T> {
  readonly value: () => T | undefined;
  readonly error: () => unknown;
  readonly isLoading: () => boolean;
  readonly again: () => Promise<void>;
  /** Replaces the value by what a change answered, without asking again. */
  readonly replace: (value: T) => void;
}

/** Reads from the API whenever `key` changes; `undefined` as key waits. Errors are kept as a value, never thrown at the page. */
export function createReading<K, T>(key: () => K | undefined, read: (key: K) => Promise<T>): Reading<T> {
  const [resource, { refetch, mutate }] = createResource(
    () => {
      const current = key();
      // Solid waits on null, undefined and false; an empty object is a key like any other.
      return current === undefined ? null : { current };
    },
    async ({ current }): Promise<{ value: T } | { error: unknown }> => {
      try {
        return { value: await read(current as K) };
      } catch (error) {
        return { error };
      }
    },
  );
  // `latest` keeps the earlier value on screen while newer is on its way, so nothing jumps.
  const state = () => resource.latest;
  return {
    value: () => {
      const now = state();
      return now !== undefined && "value" in now ? now.value : undefined;
    },
    error: () => {
      const now = state();
      return now !== undefined && "error" in now ? now.error : undefined;
    },
    isLoading: () => resource.loading,
    again: async () => {
      await refetch();
    },
    replace: (value) => void mutate(() => ({ value })),
  };
}

/** Whether the API says that there is nothing at this address, or that its id can be of nothing at all. */
export function isMissing(reading: Pick<Reading<unknown>, "error">): boolean {
  const error = reading.error();
  if (!(error instanceof Refused)) return false;
  const { status, errors = [] } = error.problem;
  const isNoId = status === 400 && errors.length > 0 && errors.every(({ path }) => /(?:Id|Code)$/.test(path));
  return status === 404 || isNoId;
}

/** Of what an officer hid, the API says since when and why. */
function hiddenOf(refused: Refused | undefined): { readonly at: string; readonly reason: string } | undefined {
  const { hiddenAt: at, hiddenReason: reason } = refused?.problem.details ?? {};
  return typeof at === "string" && typeof reason === "string" ? { at, reason } : undefined;
}

/** Shows a reading: an outline while it loads, what went wrong and how to try again, or the page. */
export function Shown<T>(props: {
  readonly reading: Reading<T>;
  readonly shape?: "page" | "cards" | "table" | undefined;
  /** In the middle of a page a 404 is a sentence; as the page itself it is the page that does not exist. */
  readonly isPart?: boolean | undefined;
  /** Who may see it, for who may not: "een bestuurslid van deze onderneming". */
  readonly who?: string | undefined;
  readonly children: (value: () => T) => JSX.Element;
}) {
  const refused = () => {
    const error = props.reading.error();
    return error instanceof Refused ? error : undefined;
  };
  const requestId = () => refused()?.problem.requestId || undefined;
  return (
    <Switch fallback={<Loading shape={props.shape} />}>
      <Match when={props.isPart !== true && isMissing(props.reading)}>
        <NotFoundPage hidden={hiddenOf(refused())} isOfKind />
      </Match>
      <Match when={refused()?.problem.status === 403 && props.who}>{(who) => <NoPermission who={who()} />}</Match>
      <Match when={props.reading.error() !== undefined}>
        <ErrorState
          requestId={refused()?.problem.status === 500 ? requestId() : undefined}
          onRetry={props.reading.again}
        >
          {refused()?.message ?? refusals.unreachable}
        </ErrorState>
      </Match>
      <Match when={props.reading.value() !== undefined}>
        {/* Not keyed: the page keeps its place when the value is read again. */}
        <Show when={props.reading.value()}>{(value) => props.children(value as () => T)}</Show>
      </Match>
    </Switch>
  );
}
