/**
 * The Dutch catalogue: the only place with sentences a resident, an enterprise or the council reads.
 * One file per page or area; the bundler puts each with the page that uses it.
 */
export { about } from "./nl/about.ts";
export { accessibility } from "./nl/accessibility.ts";
export { attachments } from "./nl/attachments.ts";
export { board } from "./nl/board.ts";
export { contact } from "./nl/contact.ts";
export { districts } from "./nl/districts.ts";
export { enterpriseForm } from "./nl/enterprise-form.ts";
export { enterprises } from "./nl/enterprises.ts";
export { evaluate } from "./nl/evaluate.ts";
export { evaluations } from "./nl/evaluations.ts";
export { events } from "./nl/events.ts";
export { expense } from "./nl/expense.ts";
export { follow } from "./nl/follow.ts";
export { formal } from "./nl/formal.ts";
export { disavowal, doubtInWords, hidden } from "./nl/hidden.ts";
export { home } from "./nl/home.ts";
export { howItWorks } from "./nl/how-it-works.ts";
export { invitation } from "./nl/invitation.ts";
export { mandates } from "./nl/mandates.ts";
export { mine } from "./nl/mine.ts";
export { moderation } from "./nl/moderation.ts";
export { money } from "./nl/money.ts";
export { notFound, notSetUp } from "./nl/not-found.ts";
export { openData } from "./nl/open-data.ts";
export { pots } from "./nl/pots.ts";
export { privacy } from "./nl/privacy.ts";
export { proposalForm } from "./nl/proposal-form.ts";
export { proposals } from "./nl/proposals.ts";
export { refusals } from "./nl/refusals.ts";
export { registers } from "./nl/registers.ts";
export { shell } from "./nl/shell.ts";
export { signIn } from "./nl/sign-in.ts";
export { staff, workList } from "./nl/staff.ts";
export { admin } from "./nl/staff-admin.ts";
export { morningLetter, staffCase } from "./nl/staff-case.ts";
export { decision } from "./nl/staff-decision.ts";
export { ending, staffEnding } from "./nl/staff-ending.ts";
export { staffEnterprise, staffEnterprises } from "./nl/staff-enterprise.ts";
export { staffMandate } from "./nl/staff-mandate.ts";
export { order, staffMoney, transfer } from "./nl/staff-money.ts";
export { review, staffProposal } from "./nl/staff-proposal.ts";
export { styleGuide } from "./nl/style-guide.ts";
export { takePart } from "./nl/take-part.ts";
export { ui } from "./nl/ui.ts";
export { words } from "./nl/words.ts";
