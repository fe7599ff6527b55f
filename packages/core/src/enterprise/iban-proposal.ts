import { isSameHuman } from "../person/mailbox.ts";
import { boardOf, type Enterprise, type IbanProposal, type Member } from "./enterprise.ts";

/** The proposal that waits: in time, and by somebody who still is the treasurer. */
export function openIbanProposal(enterprise: Enterprise, now: string): IbanProposal | undefined {
  const { ibanProposal } = enterprise;
  if (ibanProposal === undefined || ibanProposal.expiresAt < now) return undefined;
  return proposerOf(enterprise, ibanProposal)?.role === "treasurer" ? ibanProposal : undefined;
}

const proposerOf = (enterprise: Enterprise, { proposedBy }: IbanProposal) =>
  boardOf(enterprise).find(({ id }) => id === proposedBy);

/** Whether this seat is not that of who proposed, nor of the same human under another address. */
export function isAnotherThanProposer(enterprise: Enterprise, proposal: IbanProposal, seat: Member): boolean {
  const proposer = proposerOf(enterprise, proposal);
  return seat.id !== proposal.proposedBy && (proposer === undefined || !isSameHuman(proposer.email, seat.email));
}
