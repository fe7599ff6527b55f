import { For, Show } from "solid-js";
import type { Answer, api } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { formatDate } from "../../words/dates.ts";
import { formatCents } from "../../words/money.ts";
import { mine } from "../../words/nl.ts";

export type MyPage = Answer<Awaited<ReturnType<(typeof api)["my-page"]["$get"]>>>;
type Waiting = MyPage["waiting"][number];

/** Something a person has to do: what, by when, and the way to it. */
export interface Task {
  readonly title: string;
  readonly about: string | undefined;
  readonly dueOn: string | undefined;
  readonly href: string;
  readonly act: string;
}

const text = mine.waiting;

/** What waits for a resident as tasks, in the order of the API: what is due first comes first. */
export function tasksOf(waiting: readonly Waiting[], nameOf: (enterpriseId: string) => string | undefined): Task[] {
  return waiting.map((each) => ({
    title: text[each.what](each.title, formatCents(each.amountCents ?? 0)),
    about: nameOf(each.enterpriseId),
    dueOn: each.dueOn,
    href: hrefOf(each),
    act: text.acts[each.what],
  }));
}

function hrefOf({ what, enterpriseId, ...ids }: Waiting): string {
  const [mandateId, expenseId, proposalId] = [ids.mandateId ?? "", ids.expenseId ?? "", ids.proposalId ?? ""];
  switch (what) {
    case "confirm-expense":
    case "correct-expense":
    case "enter-again":
      return paths.boardExpense(enterpriseId, mandateId, expenseId);
    case "complete-proposal":
      return paths.editProposal(proposalId);
    case "write-evaluation":
      return paths.boardEvaluation(enterpriseId, mandateId);
    case "refund":
      return paths.boardMandate(enterpriseId, mandateId);
    case "fill-board":
    case "confirm-removal":
      return paths.boardMembers(enterpriseId);
    case "add-account":
    case "confirm-iban":
      return paths.boardAccount(enterpriseId);
    case "apply-again":
      return paths.boardProfile(enterpriseId);
  }
}

/** What waits for a person, each with one way on. */
export function TaskList(props: { readonly tasks: readonly Task[] }) {
  return (
    <Show when={props.tasks.length > 0} fallback={<Paragraph look="quiet">{text.empty}</Paragraph>}>
      <ul class="tasks">
        <For each={props.tasks}>
          {(task) => (
            <li class="tasks__task">
              <div>
                <p class="tasks__title">{task.title}</p>
                <p class="small quiet">
                  {task.about}
                  <Show when={task.dueOn}>
                    {(date) => (
                      <>
                        {task.about === undefined ? "" : "\u00a0· "}
                        <time datetime={date()}>{text.due(formatDate(date()))}</time>
                      </>
                    )}
                  </Show>
                </p>
              </div>
              <ButtonLink href={task.href}>{task.act}</ButtonLink>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
