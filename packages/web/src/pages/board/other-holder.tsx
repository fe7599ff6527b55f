import { Show } from "solid-js";
import { Notice } from "../../ui/notice.tsx";
import { isOwnAccount } from "../../words/account-holder.ts";
import { words } from "../../words/nl.ts";

/** Says of an account in another name than that of the enterprise that it is, and when that may be. */
export function OtherHolder(props: { readonly holder: string; readonly enterprise: string }) {
  return (
    <Show when={props.holder.trim() !== "" && !isOwnAccount(props.holder, props.enterprise)}>
      <Notice tone="asking" level={3} title={words.accountHolder.other} spoken>
        <p>{words.accountHolder.otherText}</p>
      </Notice>
    </Show>
  );
}
