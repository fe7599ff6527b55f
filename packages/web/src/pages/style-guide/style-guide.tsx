import { paths } from "../../site/paths.ts";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { styleGuide } from "../../words/nl.ts";
import { BasicsSection } from "./basics-section.tsx";
import { FormsSection } from "./forms-section.tsx";
import { ListsSection } from "./lists-section.tsx";
import { MessagesSection } from "./messages-section.tsx";
import { MoneySection } from "./money-section.tsx";

/** Every building block with its states; what the people who build pages choose from, and what is tested by eye and by axe. */
export function StyleGuidePage() {
  return (
    <Page
      title={styleGuide.title}
      lead={styleGuide.lead}
      crumbs={[]}
      acts={
        <>
          <Link href={paths.styleGuideProposal()} onward>
            {styleGuide.toProposal}
          </Link>
          <Link href={paths.styleGuideSteps()} onward>
            {styleGuide.toSteps}
          </Link>
        </>
      }
    >
      <BasicsSection />
      <MoneySection />
      <ListsSection />
      <MessagesSection />
      <FormsSection />
    </Page>
  );
}
