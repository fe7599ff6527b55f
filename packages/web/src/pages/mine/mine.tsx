import { For, Show } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { mine, words } from "../../words/nl.ts";
import { MyFollows } from "./my-follows.tsx";
import { MyName } from "./my-name.tsx";
import { MyProposals } from "./my-proposals.tsx";
import { type MyPage, TaskList, tasksOf } from "./task-list.tsx";

/** Everything of one resident: what waits first, then boards, proposals and what is followed. */
export function MinePage() {
  const reading = createReading(
    () => true,
    () => answer(api["my-page"].$get()),
  );
  const lead = () => {
    const name = reading.value()?.name;
    return name === undefined ? mine.leadPlain : mine.lead(name);
  };
  return (
    <Page title={mine.title} lead={lead()}>
      <Shown reading={reading} who={mine.who} isPart>
        {(page) => <Sections page={page()} onChanged={reading.again} />}
      </Shown>
    </Page>
  );
}

function Sections(props: { readonly page: MyPage; readonly onChanged: () => void }) {
  const nameOf = (enterpriseId: string) =>
    props.page.boards.find((board) => board.enterpriseId === enterpriseId)?.enterprise;
  const tasks = () => [
    ...props.page.invitations.map((each) => ({
      title: mine.waiting.invitation(each.enterprise, words.boardRoles[each.role]),
      about: undefined,
      dueOn: each.expiresAt,
      href: `${paths.acceptInvitation()}#${each.enterpriseId}.${each.memberId}`,
      act: mine.waiting.acts.invitation,
    })),
    ...tasksOf(props.page.waiting, nameOf),
  ];
  return (
    <>
      <section class="stack">
        <Heading level={2}>{mine.waiting.title}</Heading>
        <TaskList tasks={tasks()} />
      </section>
      <section class="section">
        <div class="section__head">
          <Heading level={2}>{mine.boards.title}</Heading>
          <Show when={props.page.boards.length > 0}>
            <Link href={paths.registerEnterprise()} onward>
              {mine.boards.register}
            </Link>
          </Show>
        </div>
        <Boards boards={props.page.boards} />
      </section>
      {/* Without an enterprise there is nothing to propose from; registering one comes first. */}
      <Show when={props.page.boards.length > 0}>
        <section class="section">
          <div class="section__head">
            <Heading level={2}>{mine.proposals.title}</Heading>
            <Show when={props.page.proposals.length > 0}>
              <Link href={paths.newProposal()} onward>
                {mine.proposals.start}
              </Link>
            </Show>
          </div>
          <MyProposals proposals={props.page.proposals} startHref={paths.newProposal()} />
        </section>
      </Show>
      <div class="section split split--even split--start">
        <section class="stack">
          <Heading level={2}>{mine.follows.title}</Heading>
          <MyFollows follows={props.page.follows} onChanged={props.onChanged} />
        </section>
        <section class="stack">
          <Heading level={2}>{mine.name.title}</Heading>
          <MyName name={props.page.name} email={props.page.email} />
        </section>
      </div>
    </>
  );
}

function Boards(props: { readonly boards: MyPage["boards"] }) {
  return (
    <Show
      when={props.boards.length > 0}
      fallback={
        <EmptyState
          title={mine.boards.emptyTitle}
          act={<ButtonLink href={paths.registerEnterprise()}>{mine.boards.register}</ButtonLink>}
        >
          {mine.boards.empty}
        </EmptyState>
      }
    >
      <div class="grid">
        <For each={props.boards}>
          {(board) => (
            <Card
              title={board.enterprise}
              href={paths.board(board.enterpriseId)}
              above={
                <StatusBadge tone={board.obstacles.length === 0 ? "good" : "waiting"}>
                  {board.obstacles.length === 0 ? mine.boards.ready : mine.boards.notReady(board.obstacles.length)}
                </StatusBadge>
              }
            >
              <p>{mine.boards.role(words.boardRoles[board.role])}</p>
            </Card>
          )}
        </For>
      </div>
    </Show>
  );
}
