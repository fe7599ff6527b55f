import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";
import { paths } from "./site/paths.ts";

/** For who builds: on a machine of one's own, not on the site of a municipality. */
const isStyleGuideOpen = import.meta.env.DEV || import.meta.env["VITE_STYLE_GUIDE"] === "1";
const styleGuideRoutes: readonly RouteDefinition[] = isStyleGuideOpen
  ? [
      {
        path: paths.styleGuide(),
        component: lazy(async () => ({
          default: (await import("./pages/style-guide/style-guide.tsx")).StyleGuidePage,
        })),
      },
      {
        path: paths.styleGuideSteps(),
        component: lazy(async () => ({
          default: (await import("./pages/style-guide/example-steps.tsx")).ExampleStepsPage,
        })),
      },
      {
        path: paths.styleGuideProposal(),
        component: lazy(async () => ({
          default: (await import("./pages/style-guide/example-proposal.tsx")).ExampleProposalPage,
        })),
      },
    ]
  : [];

/** Every page, each in its own chunk: a visitor loads only what he opens. */
export const routes: RouteDefinition[] = [
  { path: paths.home(), component: lazy(async () => ({ default: (await import("./pages/home.tsx")).HomePage })) },
  {
    path: paths.districts(),
    component: lazy(async () => ({ default: (await import("./pages/districts/districts.tsx")).DistrictsPage })),
  },
  {
    path: "/wijken/:code",
    component: lazy(async () => ({ default: (await import("./pages/districts/district.tsx")).DistrictPage })),
  },
  {
    path: paths.enterprises(),
    component: lazy(async () => ({ default: (await import("./pages/enterprises/enterprises.tsx")).EnterprisesPage })),
  },
  {
    path: "/ondernemingen/:id",
    component: lazy(async () => ({ default: (await import("./pages/enterprises/enterprise.tsx")).EnterprisePage })),
  },
  {
    path: paths.proposals(),
    component: lazy(async () => ({ default: (await import("./pages/proposals/proposals.tsx")).ProposalsPage })),
  },
  {
    path: "/voorstellen/:id",
    component: lazy(async () => ({ default: (await import("./pages/proposals/proposal.tsx")).ProposalPage })),
  },
  {
    path: paths.money(),
    component: lazy(async () => ({ default: (await import("./pages/money/money.tsx")).MoneyPage })),
  },
  {
    path: paths.checkMoney(),
    component: lazy(async () => ({ default: (await import("./pages/money/check-money.tsx")).CheckMoneyPage })),
  },
  {
    path: "/geld/:id",
    component: lazy(async () => ({ default: (await import("./pages/money/journal.tsx")).JournalPage })),
  },
  {
    path: paths.confirmFollow(),
    component: lazy(async () => ({ default: (await import("./pages/follow/confirm-follow.tsx")).ConfirmFollowPage })),
  },
  {
    path: paths.disavowal(),
    component: lazy(async () => ({ default: (await import("./pages/disavowal/disavowal.tsx")).DisavowalPage })),
  },
  {
    path: paths.stopFollow(),
    component: lazy(async () => ({ default: (await import("./pages/follow/stop-follow.tsx")).StopFollowPage })),
  },
  { path: paths.about(), component: lazy(async () => ({ default: (await import("./pages/about.tsx")).AboutPage })) },
  {
    path: paths.accessibility(),
    component: lazy(async () => ({ default: (await import("./pages/accessibility.tsx")).AccessibilityPage })),
  },
  {
    path: paths.privacy(),
    component: lazy(async () => ({ default: (await import("./pages/privacy.tsx")).PrivacyPage })),
  },
  {
    path: paths.openData(),
    component: lazy(async () => ({ default: (await import("./pages/open-data.tsx")).OpenDataPage })),
  },
  {
    path: paths.contact(),
    component: lazy(async () => ({ default: (await import("./pages/contact.tsx")).ContactPage })),
  },
  {
    path: paths.takePart(),
    component: lazy(async () => ({ default: (await import("./pages/take-part.tsx")).TakePartPage })),
  },
  {
    path: paths.howItWorks(),
    component: lazy(async () => ({ default: (await import("./pages/how-it-works.tsx")).HowItWorksPage })),
  },
  ...styleGuideRoutes,
  {
    path: paths.signIn(),
    component: lazy(async () => ({ default: (await import("./pages/sign-in/sign-in.tsx")).SignInPage })),
  },
  {
    path: paths.confirmSignIn(),
    component: lazy(async () => ({ default: (await import("./pages/sign-in/confirm-sign-in.tsx")).ConfirmSignInPage })),
  },
  { path: paths.mine(), component: lazy(async () => ({ default: (await import("./pages/mine/mine.tsx")).MinePage })) },
  {
    path: "/mijn/bestedingen/:expenseId",
    component: lazy(async () => ({ default: (await import("./pages/mine/my-expense.tsx")).MyExpensePage })),
  },
  {
    path: paths.acceptInvitation(),
    component: lazy(async () => ({
      default: (await import("./pages/mine/accept-invitation.tsx")).AcceptInvitationPage,
    })),
  },
  {
    path: paths.staff(),
    component: lazy(async () => ({ default: (await import("./pages/staff/work-list.tsx")).WorkListPage })),
  },
  {
    path: paths.staffModeration(),
    component: lazy(async () => ({ default: (await import("./pages/staff/moderation.tsx")).ModerationPage })),
  },
  {
    path: "/melden/:kind/:id",
    component: lazy(async () => ({ default: (await import("./pages/report.tsx")).ReportPage })),
  },
  {
    path: "/melden/:kind/:id/:part",
    component: lazy(async () => ({ default: (await import("./pages/report.tsx")).ReportPage })),
  },
  {
    path: paths.formal(),
    component: lazy(async () => ({ default: (await import("./pages/formal/choose.tsx")).ChooseFormalPage })),
  },
  {
    path: "/formeel/:formalKind",
    component: lazy(async () => ({ default: (await import("./pages/formal/write.tsx")).WriteFormalPage })),
  },
  {
    path: "/formeel/:formalKind/:about/:subjectId",
    component: lazy(async () => ({ default: (await import("./pages/formal/write.tsx")).WriteFormalPage })),
  },
  {
    path: paths.formalMessage(),
    component: lazy(async () => ({ default: (await import("./pages/formal/message.tsx")).FormalMessagePage })),
  },
  {
    path: paths.staffMessages(),
    component: lazy(async () => ({ default: (await import("./pages/staff/messages/messages.tsx")).MessagesPage })),
  },
  {
    path: "/werk/berichten/:messageId",
    component: lazy(async () => ({ default: (await import("./pages/staff/messages/message.tsx")).StaffMessagePage })),
  },
  {
    path: "/voorstellen/:proposalId/nieuws/:updateId",
    component: lazy(async () => ({ default: (await import("./pages/board/edit-update.tsx")).EditUpdatePage })),
  },
  {
    path: "/werk/voorstellen/:proposalId",
    component: lazy(async () => ({ default: (await import("./pages/staff/proposal/proposal.tsx")).StaffProposalPage })),
  },
  {
    path: paths.staffEnterprises(),
    component: lazy(async () => ({ default: (await import("./pages/staff/enterprises.tsx")).StaffEnterprisesPage })),
  },
  {
    path: "/werk/ondernemingen/:enterpriseId",
    component: lazy(async () => ({ default: (await import("./pages/staff/enterprise.tsx")).StaffEnterprisePage })),
  },
  {
    path: paths.morningLetter(),
    component: lazy(async () => ({ default: (await import("./pages/staff/morning-letter.tsx")).MorningLetterPage })),
  },
  {
    path: paths.staffRegisters(),
    component: lazy(async () => ({ default: (await import("./pages/staff/registers/registers.tsx")).RegistersPage })),
  },
  {
    path: paths.staffAdmin(),
    component: lazy(async () => ({ default: (await import("./pages/staff/admin.tsx")).AdminPage })),
  },
  {
    path: paths.registerEnterprise(),
    component: lazy(async () => ({
      default: (await import("./pages/enterprise-form/register.tsx")).RegisterEnterprisePage,
    })),
  },
  {
    path: "/ondernemingen/:enterpriseId/aangemeld",
    component: lazy(async () => ({
      default: (await import("./pages/enterprise-form/registered.tsx")).EnterpriseRegisteredPage,
    })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur",
    component: lazy(async () => ({ default: (await import("./pages/board/overview.tsx")).BoardOverviewPage })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur/leden",
    component: lazy(async () => ({ default: (await import("./pages/board/members.tsx")).BoardMembersPage })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur/gegevens",
    component: lazy(async () => ({ default: (await import("./pages/board/profile.tsx")).BoardProfilePage })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur/rekening",
    component: lazy(async () => ({ default: (await import("./pages/board/account.tsx")).BoardAccountPage })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId",
    component: lazy(async () => ({ default: (await import("./pages/board/mandate.tsx")).BoardMandatePage })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId/uitgaven/nieuw",
    component: lazy(async () => ({ default: (await import("./pages/board/new-expense.tsx")).NewExpensePage })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId/uitgaven/:expenseId",
    component: lazy(async () => ({ default: (await import("./pages/board/expense.tsx")).BoardExpensePage })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId/mijlpalen/:milestoneId",
    component: lazy(async () => ({ default: (await import("./pages/board/reach-milestone.tsx")).ReachMilestonePage })),
  },
  {
    path: "/ondernemingen/:enterpriseId/bestuur/mandaten/:mandateId/evaluatie",
    component: lazy(async () => ({ default: (await import("./pages/board/evaluation.tsx")).BoardEvaluationPage })),
  },
  {
    path: paths.newProposal(),
    component: lazy(async () => ({
      default: (await import("./pages/proposal-form/new-proposal.tsx")).NewProposalPage,
    })),
  },
  {
    path: "/voorstellen/:proposalId/bewerken",
    component: lazy(async () => ({
      default: (await import("./pages/proposal-form/edit-proposal.tsx")).EditProposalPage,
    })),
  },
  {
    path: "/voorstellen/:proposalId/ontvangen",
    component: lazy(async () => ({
      default: (await import("./pages/proposal-form/received.tsx")).ProposalReceivedPage,
    })),
  },
  {
    path: "/voorstellen/:proposalId/intrekken",
    component: lazy(async () => ({
      default: (await import("./pages/proposal-form/withdraw-proposal.tsx")).WithdrawProposalPage,
    })),
  },
  {
    path: "/voorstellen/:proposalId/versies",
    component: lazy(async () => ({
      default: (await import("./pages/proposal-form/versions.tsx")).ProposalVersionsPage,
    })),
  },
  {
    path: "/voorstellen/:proposalId/bericht",
    component: lazy(async () => ({ default: (await import("./pages/board/post-update.tsx")).PostUpdatePage })),
  },
  {
    path: "/mandaten/:mandateId/beoordelen",
    component: lazy(async () => ({ default: (await import("./pages/evaluate/evaluate.tsx")).EvaluatePage })),
  },
  {
    path: paths.confirmEvaluation(),
    component: lazy(async () => ({
      default: (await import("./pages/evaluate/confirm-evaluation.tsx")).ConfirmEvaluationPage,
    })),
  },
  {
    path: paths.staffMoney(),
    component: lazy(async () => ({ default: (await import("./pages/staff/money/money.tsx")).StaffMoneyPage })),
  },
  {
    path: "/werk/overhevelingen/:transferId",
    component: lazy(async () => ({ default: (await import("./pages/staff/money/transfer.tsx")).TransferPage })),
  },
  {
    path: "/werk/boekingen/:orderId",
    component: lazy(async () => ({ default: (await import("./pages/staff/money/order.tsx")).OrderPage })),
  },
  {
    path: "/werk/mandaten/:mandateId",
    component: lazy(async () => ({ default: (await import("./pages/staff/mandate/mandate.tsx")).StaffMandatePage })),
  },
  { path: "*", component: lazy(async () => ({ default: (await import("./pages/not-found.tsx")).NotFoundPage })) },
];
