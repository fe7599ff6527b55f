import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";
import { paths } from "./paths.ts";

/** Every page, each in its own chunk: a visitor loads only what he opens. */
export const routes: RouteDefinition[] = [
  { path: paths.home(), component: lazy(async () => ({ default: (await import("./pages/home.tsx")).HomePage })) },
  {
    path: paths.howItWorks(),
    component: lazy(async () => ({ default: (await import("./pages/how-it-works.tsx")).HowItWorksPage })),
  },
  {
    path: paths.styleGuide(),
    component: lazy(async () => ({ default: (await import("./pages/style-guide/style-guide.tsx")).StyleGuidePage })),
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
  { path: "*", component: lazy(async () => ({ default: (await import("./pages/not-found.tsx")).NotFoundPage })) },
];
