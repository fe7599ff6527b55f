import { createSignal, onCleanup, onMount } from "solid-js";
import { useSite } from "../site/site.ts";
import { formatDate } from "../words/dates.ts";
import { ui } from "../words/nl.ts";

/** On paper: whose page it is, when it was printed and where it is. */
export function PrintedAddress() {
  const site = useSite();
  const [from, setFrom] = createSignal({ address: "", date: "" });
  const now = () => {
    const { host, pathname, search } = location;
    setFrom({ address: host + pathname + search, date: formatDate(new Date().toISOString()) });
  };
  onMount(() => {
    now();
    addEventListener("beforeprint", now);
    onCleanup(() => removeEventListener("beforeprint", now));
  });
  return <p class="print-only small">{ui.printed(site().municipality?.name ?? "", from().address, from().date)}</p>;
}
