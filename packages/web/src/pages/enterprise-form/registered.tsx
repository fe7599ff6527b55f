import { useParams, useSearchParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ContactPanel } from "../../ui/contact-panel.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { board as boardText, doubtInWords, enterpriseForm } from "../../words/nl.ts";

const text = enterpriseForm.done;

/** What happens after registering, and whom to call. */
export function EnterpriseRegisteredPage() {
  const params = useParams<{ enterpriseId: string }>();
  const [query] = useSearchParams();
  const reading = createReading(
    () => params.enterpriseId,
    (enterpriseId) => answer(api.enterprises[":enterpriseId"].board.$get({ param: { enterpriseId } })),
  );
  const lead = () => {
    const name = reading.value()?.profile.name;
    return name === undefined ? undefined : text.lead(name);
  };
  return (
    <Page title={text.title} lead={lead()}>
      <Shown reading={reading} who={boardText.who} isPart>
        {(board) => (
          <div class="split split--start">
            <div class="stack">
              <Show when={query["foto"] === "mislukt"}>
                <Notice tone="attention" title={text.photoFailed}>
                  <p>{text.photoFailedText}</p>
                </Notice>
              </Show>
              <Show when={board().nameDoubts.length > 0}>
                <Notice tone="asking" title={text.nameHeldTitle}>
                  <p>{board().nameDoubts.map(doubtInWords).join(" ")}</p>
                  <p>{text.nameHeld}</p>
                </Notice>
              </Show>
              <Heading level={2}>{text.nextTitle}</Heading>
              <ol class="next-steps">
                <For each={text.next}>{(step) => <li class="next-steps__step">{step}</li>}</For>
              </ol>
              <div class="cluster">
                <ButtonLink look="primary" href={paths.boardMembers(params.enterpriseId)}>
                  {text.invite}
                </ButtonLink>
                <ButtonLink href={paths.board(params.enterpriseId)}>{text.toBoard}</ButtonLink>
                <ButtonLink href={paths.enterprise(params.enterpriseId)}>{text.preview}</ButtonLink>
              </div>
            </div>
            <ContactPanel />
          </div>
        )}
      </Shown>
    </Page>
  );
}
