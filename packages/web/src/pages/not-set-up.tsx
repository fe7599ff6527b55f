import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { notSetUp } from "../words/nl.ts";

/** Instead of every page, as long as a municipality has no settings. */
export function NotSetUpPage() {
  return (
    <Page title={notSetUp.title} lead={notSetUp.lead}>
      <Paragraph>{notSetUp.text}</Paragraph>
    </Page>
  );
}
