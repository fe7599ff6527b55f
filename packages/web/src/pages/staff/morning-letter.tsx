import { createSignal, Show } from "solid-js";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { announce } from "../../ui/announcer.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { staff, morningLetter as text, workList } from "../../words/nl.ts";
import { StaffNav } from "./staff-nav.tsx";
import { whoMay } from "./staff-viewer.ts";

/** Switches one's own letter in the morning on and off. */
export function MorningLetterPage() {
  const reading = createReading(
    () => ({}),
    () => answer(api["my-morning-letter"].$get()),
  );
  const [failure, setFailure] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  const set = async (isOn: boolean) => {
    setBusy(true);
    setFailure(undefined);
    try {
      reading.replace(await answer(api["my-morning-letter"].$put({ json: { isOn } })));
      announce(isOn ? text.on : text.off);
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal.ok ? undefined : refusal.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page
      title={text.title}
      eyebrow={staff.eyebrow}
      lead={text.lead}
      crumbs={[{ label: workList.title, href: paths.staff() }]}
    >
      <StaffNav />
      <Shown reading={reading} who={whoMay("officer", "council", "finance")} isPart>
        {(setting) => (
          <div class="stack">
            <p>
              <strong>{setting().isOn ? text.on : text.off}</strong>
            </p>
            <Paragraph>{text.urgent}</Paragraph>
            <Show when={failure()}>{(sentence) => <Notice tone="attention" title={sentence()} spoken />}</Show>
            <div>
              <Button busy={isBusy()} onPress={() => void set(!setting().isOn)}>
                {setting().isOn ? text.turnOff : text.turnOn}
              </Button>
            </div>
          </div>
        )}
      </Shown>
    </Page>
  );
}
