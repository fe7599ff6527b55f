import { createSignal, Show } from "solid-js";
import { saveFile } from "../forms/save-file.ts";
import { ui } from "../words/nl.ts";
import { Button } from "./button.tsx";

/** A spreadsheet of what is on the screen; says so when there is too much for one, or when it could not be read. */
export function SaveSheet(props: {
  /** Without ending: "betalingen-2026". */
  readonly name: string;
  /** The file, or undefined when there are more than `max` lines. */
  readonly make: () => Promise<string | undefined>;
  readonly max: string;
}) {
  const [isBusy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal<string>();
  const save = async () => {
    if (isBusy()) return;
    setBusy(true);
    setSaid(undefined);
    try {
      const sheet = await props.make();
      if (sheet === undefined) setSaid(ui.sheet.tooMany(props.max));
      else {
        saveFile(`${props.name}.csv`, sheet);
        setSaid(ui.sheet.done);
      }
    } catch {
      setSaid(ui.sheet.failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack stack--tight">
      <div>
        <Button busy={isBusy()} onPress={() => void save()}>
          {ui.sheet.save}
        </Button>
      </div>
      <p class="small" role="status">
        <Show when={said()}>{(sentence) => sentence()}</Show>
      </p>
    </div>
  );
}
