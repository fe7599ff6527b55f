import { createEffect } from "solid-js";
import { useSite } from "../site/site.ts";
import { shell } from "../words/nl.ts";

/** Keeps the title of the tab on this page: "Buurttuin | Hevel Voorbeeldstad". */
export function createPageTitle(title: () => string): void {
  const site = useSite();
  createEffect(() => {
    document.title = shell.title(title(), site().municipality?.name);
  });
}
