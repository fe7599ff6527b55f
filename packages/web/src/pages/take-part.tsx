import { For, type JSX, Show } from "solid-js";
import { paths } from "../site/paths.ts";
import { useSite } from "../site/site.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { takePart, words } from "../words/nl.ts";

const { questions } = takePart;

/** What a resident needs to know before starting, question by question. */
export function TakePartPage() {
  const site = useSite();
  return (
    <Page title={takePart.title} lead={takePart.lead} crumbs={[]}>
      <div class="split split--start">
        <aside class="split__aside panel stack stack--close" aria-label={takePart.startTitle}>
          <Heading level={2} looks={3}>
            {takePart.startTitle}
          </Heading>
          <ButtonLink look="primary" href={paths.registerEnterprise()}>
            {takePart.register}
          </ButtonLink>
          <ButtonLink href={paths.newProposal()}>{takePart.start}</ButtonLink>
        </aside>
        <div class="stack stack--sections">
          <Question title={questions.who.title} text={questions.who.text} />
          <Question title={questions.what.title} text={questions.what.text}>
            <ul class="bullets bullets--columns">
              <For each={Object.values(words.themes)}>{(theme) => <li>{theme}</li>}</For>
            </ul>
          </Question>
          <Question title={questions.amount.title} text={questions.amount.text}>
            <Link href={paths.money()} onward>
              {questions.amount.link}
            </Link>
          </Question>
          <Question title={questions.need.title} text={questions.need.text}>
            <ul class="bullets">
              <For each={questions.need.list}>{(thing) => <li>{thing}</li>}</For>
            </ul>
            <Paragraph>{questions.need.account}</Paragraph>
          </Question>
          <Show when={site().municipality}>
            {(municipality) => (
              <>
                <Question title={questions.time.title} text={questions.time.text(municipality().decisionTermDays)} />
                <Question title={questions.decides.title} text={questions.decides.text(municipality().decidingBody)} />
              </>
            )}
          </Show>
          <Question title={questions.no.title} text={questions.no.text} />
          <Question title={questions.help.title} text={questions.help.text}>
            <Link href={paths.contact()} onward>
              {questions.help.link}
            </Link>
          </Question>
        </div>
      </div>
    </Page>
  );
}

function Question(props: {
  readonly title: string;
  readonly text: readonly string[];
  readonly children?: JSX.Element;
}) {
  return (
    <section class="stack stack--close">
      <Heading level={2}>{props.title}</Heading>
      <For each={props.text}>{(sentence) => <Paragraph>{sentence}</Paragraph>}</For>
      {props.children}
    </section>
  );
}
