import { For, Show } from "solid-js";
import { toneOfMandate } from "../../blocks/mandate-tone.ts";
import { MandateVessel } from "../../blocks/mandate-vessel.tsx";
import { TrackRecord } from "../../blocks/track-record.tsx";
import { answer, api } from "../../reading/api.ts";
import { createReading, type Reading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { Shape } from "../../ui/shape.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { doubtInWords, formal, hidden, board as text } from "../../words/nl.ts";
import { mandateInWords } from "../../words/standing.ts";
import { MyProposals } from "../mine/my-proposals.tsx";
import { type MyPage, TaskList, tasksOf } from "../mine/task-list.tsx";
import { type Board, BoardPage, createBoard } from "./board-page.tsx";

/** The first page of a board: what waits, what still stands between it and money, its mandates and proposals. */
export function BoardOverviewPage() {
  const { enterpriseId, reading } = createBoard();
  const mine = createReading(
    () => true,
    () => answer(api["my-page"].$get()),
  );
  return (
    <BoardPage enterpriseId={enterpriseId()} reading={reading} title={text.overview} lead={text.home.lead} isFirst>
      {(board) => (
        <>
          <Checks board={board()} />
          <Waiting enterpriseId={enterpriseId()} reading={mine} />
          <Mandates enterpriseId={enterpriseId()} isTreasurer={isTreasurer(board())} />
          <Proposals enterpriseId={enterpriseId()} reading={mine} />
        </>
      )}
    </BoardPage>
  );
}

const isTreasurer = (board: Board) =>
  board.members.some(({ isYou, role, isUnchecked }) => isYou && role === "treasurer" && !isUnchecked);

/** Where a board goes to take an obstacle away. */
const ways = {
  "not-verified": undefined,
  "board-too-small": paths.boardMembers,
  "no-treasurer": paths.boardMembers,
  "no-iban": paths.boardAccount,
} as const;

/** Everything that stands between this enterprise and money, all at once. */
function Checks(props: { readonly board: Board }) {
  return (
    <div class="stack">
      <Show when={props.board.status === "refused"}>
        <Notice tone="attention" title={text.home.refusedTitle}>
          <p class="lines">{props.board.refusal}</p>
          <p>{text.home.refusedText}</p>
          <ButtonLink href={paths.boardProfile(props.board.id)}>{text.home.refusedAct}</ButtonLink>
        </Notice>
      </Show>
      <Show when={props.board.hidden === "unverified"}>
        <Notice tone="asking" title={text.home.hiddenTitle}>
          <p>{text.home.hiddenText}</p>
          <Show when={props.board.nameDoubts.length > 0}>
            <p>
              {props.board.nameDoubts.map(doubtInWords).join(" ")} {text.home.nameHeld}
            </p>
          </Show>
          <ButtonLink href={paths.enterprise(props.board.id)}>{text.home.preview}</ButtonLink>
        </Notice>
      </Show>
      <Show when={props.board.hidden === "moderated"}>
        <Notice tone="attention" title={hidden.board.title}>
          <p>{hidden.board.gone}</p>
          <p>{hidden.board.stays}</p>
          <p>{hidden.board.why}</p>
          <ButtonLink href={paths.writeFormal("bezwaar", "verborgen", props.board.id)}>
            {formal.objectHidden}
          </ButtonLink>
        </Notice>
      </Show>
      <Show when={props.board.recheck.length > 0}>
        <Notice tone="asking" title={text.home.recheckTitle}>
          <p>{text.home.recheck(props.board.recheck.map((what) => text.home.rechecks[what]).join(", "))}</p>
          <Show when={props.board.recheck.includes("board")}>
            <p>{text.home.recheckBoard}</p>
          </Show>
          <Show when={props.board.recheck.includes("name") && props.board.publicName}>
            {(name) => <p>{text.home.stillPublicAs(name())}</p>}
          </Show>
        </Notice>
      </Show>
      <Show when={props.board.obstacles.length > 0}>
        <section>
          <Heading level={2}>{text.home.obstaclesTitle}</Heading>
          <ul class="checklist">
            <For each={props.board.obstacles}>
              {(obstacle) => (
                <li class="checklist__item">
                  <Shape name={obstacle === "not-verified" ? "clock" : "triangle"} class="checklist__shape" />
                  <div class="checklist__body">
                    <p class="checklist__title">{text.home.obstacles[obstacle].title}</p>
                    <p>{text.home.obstacles[obstacle].text}</p>
                    <Show when={ways[obstacle]}>
                      {(way) => (
                        <ButtonLink href={way()(props.board.id)} look="subtle" class="button--flush">
                          {text.home.obstacles[obstacle].act}
                        </ButtonLink>
                      )}
                    </Show>
                  </div>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  );
}

function Waiting(props: { readonly enterpriseId: string; readonly reading: Reading<MyPage> }) {
  return (
    <section class="section stack">
      <Heading level={2}>{text.home.waitingTitle}</Heading>
      <Shown reading={props.reading} shape="table" isPart>
        {(page) => (
          <TaskList
            tasks={tasksOf(
              page().waiting.filter((each) => each.enterpriseId === props.enterpriseId),
              () => undefined,
            )}
          />
        )}
      </Shown>
    </section>
  );
}

function Mandates(props: { readonly enterpriseId: string; readonly isTreasurer: boolean }) {
  const reading = createReading(
    () => props.enterpriseId,
    (enterpriseId) => answer(api.enterprises[":enterpriseId"].$get({ param: { enterpriseId } })),
  );
  return (
    <section class="section stack">
      <Heading level={2}>{text.home.mandatesTitle}</Heading>
      <Paragraph look="quiet">{text.home.mandateHint}</Paragraph>
      <Shown reading={reading} shape="cards" isPart>
        {(enterprise) => (
          <Show
            when={enterprise().mandates.length > 0}
            fallback={<EmptyState title={text.home.mandatesEmptyTitle}>{text.home.mandatesEmpty}</EmptyState>}
          >
            <div class="grid grid--wide">
              <For each={enterprise().mandates}>
                {(mandate) => (
                  <Card
                    title={mandate.title}
                    href={paths.boardMandate(props.enterpriseId, mandate.id)}
                    above={<StatusBadge tone={toneOfMandate(mandate.phase)}>{mandateInWords(mandate)}</StatusBadge>}
                    foot={<MandateVessel vessel={mandate.vessel} />}
                  >
                    <Show when={mandate.phase !== "running"}>
                      <p class="small quiet">{text.home.until(formatDate(mandate.endsOn))}</p>
                    </Show>
                    <TrackRecord promises={mandate.promises} />
                    <Show when={props.isTreasurer && mandate.expenseRefusal === undefined}>
                      <ButtonLink href={paths.newExpense(props.enterpriseId, mandate.id)} icon="camera">
                        {text.home.addExpense}
                      </ButtonLink>
                    </Show>
                  </Card>
                )}
              </For>
            </div>
          </Show>
        )}
      </Shown>
    </section>
  );
}

function Proposals(props: { readonly enterpriseId: string; readonly reading: Reading<MyPage> }) {
  const startHref = () => `${paths.newProposal()}?onderneming=${props.enterpriseId}`;
  const own = () => (props.reading.value()?.proposals ?? []).filter((each) => each.enterpriseId === props.enterpriseId);
  return (
    <section class="section">
      <div class="section__head">
        <Heading level={2}>{text.home.proposalsTitle}</Heading>
        <Show when={own().length > 0}>
          <Link href={startHref()} onward>
            {text.home.start}
          </Link>
        </Show>
      </div>
      <Shown reading={props.reading} shape="table" isPart>
        {() => <MyProposals proposals={own()} startHref={startHref()} />}
      </Shown>
    </section>
  );
}
