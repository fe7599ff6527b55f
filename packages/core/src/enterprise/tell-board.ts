import type { IsoDate } from "../calendar.ts";
import type { LetterPayload } from "../letter/letter.ts";
import { writeLetter } from "../letter/write.ts";
import type { Deps } from "../ports.ts";
import { sitePaths } from "../site-paths.ts";
import type { Change } from "../store.ts";
import { publicIdentity } from "../visibility/visibility.ts";
import { wasBoardChecked } from "./checked-board.ts";
import { boardOf, type Enterprise, type Member } from "./enterprise.ts";

interface BoardChange {
  readonly change: LetterPayload<"board-changed">["change"];
  /** Whose seat it is. */
  readonly member: Member;
  /** Who did it; city hall is nobody on the board. */
  readonly by?: Member | undefined;
  /** Who has it now, and until when the board does. */
  readonly heldBy?: "board" | "officer" | undefined;
  readonly expiresOn?: IsoDate | undefined;
}

/**
 * Tells at once what changed on a board: everybody on it as it is now, and who is off it. On a board that an officer looked at
 * also who did it: a stolen mailbox must not do this in silence.
 */
export function tellBoard(
  deps: Deps,
  enterprise: Enterprise,
  { change, member, by, heldBy, expiresOn }: BoardChange,
): readonly Change[] {
  const about = {
    enterprise: publicIdentity(enterprise).name,
    name: member.name,
    role: member.role,
    ...(by === undefined ? {} : { by: by.name }),
  };
  const isEverybody = wasBoardChecked(enterprise);
  const told = boardOf(enterprise).filter(({ id }) => isEverybody || id !== by?.id);
  const addresses = new Set(told.map(({ email }) => email));
  const hasEnded = change === "left" || change === "removed";
  return [
    ...[...addresses].map((to) =>
      writeLetter(deps, "board-changed", to, {
        ...about,
        change,
        ...(heldBy === undefined ? {} : { heldBy }),
        ...(expiresOn === undefined ? {} : { expiresOn }),
        path: sitePaths.boardMembers(enterprise.id),
      }),
    ),
    ...(hasEnded
      ? [
          writeLetter(deps, "seat-ended", member.email, {
            ...about,
            isOwnAct: change === "left",
            path: sitePaths.contact(),
          }),
        ]
      : []),
  ];
}
