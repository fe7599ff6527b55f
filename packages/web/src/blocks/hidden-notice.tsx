import { Show } from "solid-js";
import { paths } from "../site/paths.ts";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { formal, hidden as text } from "../words/nl.ts";

/** Says to a board and to city hall that nobody else sees this page, and what has to happen first. */
export function HiddenNotice(props: {
  readonly because: keyof typeof text.why;
  /** The page: a proposal or an enterprise. */
  readonly id: string;
  /** Everybody still reads what was decided and paid. */
  readonly isOnRecord?: boolean | undefined;
}) {
  const objectTo = () =>
    props.because === "moderated"
      ? paths.writeFormal("bezwaar", "verborgen", props.id)
      : props.because === "refused" && props.id.startsWith("ent_")
        ? paths.writeFormal("bezwaar", "onderneming", props.id)
        : undefined;
  return (
    <Notice
      tone={props.because === "refused" ? "attention" : "asking"}
      title={props.isOnRecord === true ? text.record.title : text.title}
    >
      <p>{props.isOnRecord === true ? text.record.text : text.why[props.because]}</p>
      <Show when={objectTo()}>
        {(href) => (
          <p class="small no-print">
            <Link href={href()}>{formal.objectHidden}</Link>
          </p>
        )}
      </Show>
    </Notice>
  );
}
