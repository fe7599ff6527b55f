import { For, Show, Suspense } from "solid-js";
import { answer, api } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { filled } from "../../site/search.ts";
import { formatCentsExact } from "../../words/money.ts";
import { money } from "../../words/nl.ts";
import type { askedOf } from "./journal-filters.tsx";

type Asked = ReturnType<typeof askedOf>;
type Sum = NonNullable<Awaited<ReturnType<typeof readSum>>["sum"]>;

const readSum = (asked: Asked) => answer(api["journal-sum"].$get({ query: filled(asked) }));

const fieldOf = {
  APPROPRIATION: "appropriatedCents",
  COMMIT: "committedCents",
  ADVANCE: "advancedCents",
  SPEND: "spentCents",
  RELEASE: "releasedCents",
  REFUND: "refundedCents",
} as const;

/** The figures a selection comes to: the one that was chosen, or all four. */
function rowsOf(sum: Sum, { figure, kind }: Asked): readonly { readonly label: string; readonly cents: number }[] {
  if (figure !== undefined) return [{ label: money.sum.figures[figure], cents: sum[`${figure}Cents`] }];
  if (kind === "REVERSAL") return [];
  if (kind !== undefined) return [{ label: money.kinds[kind], cents: sum[fieldOf[kind]] }];
  return (["appropriated", "awarded", "paid", "spent"] as const)
    .map((of) => ({ label: money.sum.figures[of], cents: sum[`${of}Cents`] }))
    .filter(({ cents }) => cents !== 0);
}

/** What the lines that were chosen come to together; says so when no total is kept of them. */
export function JournalSum(props: { readonly asked: Asked }) {
  const reading = createReading(() => props.asked, readSum);
  return (
    <Suspense>
      <Show when={reading.value()}>
        {(found) => (
          <div class="panel panel--plain journal-sum" aria-live="polite">
            <Show when={found().sum} fallback={<p>{money.sum.notKept}</p>}>
              {(sum) => (
                <>
                  <p class="journal-sum__title">{money.sum.title}</p>
                  <dl class="journal-sum__rows">
                    <For each={rowsOf(sum(), props.asked)}>
                      {(row) => (
                        <div>
                          <dt>{row.label}</dt>
                          <dd class="amount">{formatCentsExact(row.cents)}</dd>
                        </div>
                      )}
                    </For>
                  </dl>
                  <p class="small quiet">
                    {props.asked.kind === "REVERSAL" ? money.sum.onlyReversals : money.sum.note}
                  </p>
                </>
              )}
            </Show>
          </div>
        )}
      </Show>
    </Suspense>
  );
}
