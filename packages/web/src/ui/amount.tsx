import { formatCents, formatCentsExact } from "../words/money.ts";

/** An amount of money. `exact` always shows cents, for columns; `large` is for the one figure of a section. */
export function Amount(props: {
  readonly cents: number;
  readonly exact?: boolean | undefined;
  readonly large?: boolean | undefined;
}) {
  return (
    <span class="amount" classList={{ "amount--large": props.large === true }}>
      {props.exact === true ? formatCentsExact(props.cents) : formatCents(props.cents)}
    </span>
  );
}
