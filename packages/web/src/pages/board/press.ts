import { createSignal } from "solid-js";
import { makeIdempotencyKey } from "../../forms/idempotency-key.ts";
import { refusalOf } from "../../reading/api.ts";

/** A press that changes something: done once, however often it is pressed or sent again. */
export function createPress<T>(run: (key: string) => Promise<T>, onDone: (answer: T) => void) {
  const key = makeIdempotencyKey();
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const press = async () => {
    if (isBusy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      onDone(await run(key));
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal.ok ? undefined : (refusal.message ?? refusal.errors?.[0]?.message));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, failure, press };
}
