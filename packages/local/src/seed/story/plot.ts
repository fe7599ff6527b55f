import type { BoardRole, BudgetCategory, LegalForm, Sector, Theme } from "@hevel/core";
import type { DemoDistrictCode } from "../district-shapes.ts";
import type { Scene } from "./scene.ts";

/** A picture that the story draws, with the words for who cannot see it. */
export interface PlotPhoto {
  readonly picture: string;
  readonly alt: string;
}

/** An enterprise of the story. Days are counted back from the day of seeding; amounts of plots are euros. */
export interface EnterprisePlot {
  readonly key: string;
  readonly name: string;
  readonly story: string;
  readonly districts: readonly DemoDistrictCode[];
  readonly legalForm: LegalForm;
  readonly kvkNumber?: string;
  readonly askUs: readonly string[];
  readonly website?: string;
  readonly photo?: PlotPhoto;
  readonly registered: number;
  /** The first registers it; the others are invited, and accept unless they `wait`. */
  readonly board: readonly {
    readonly who: string;
    readonly role: BoardRole;
    readonly isNamePublic: boolean;
    readonly invited?: number;
    readonly waits?: boolean;
  }[];
  /** Number of the fictional account the treasurer enters. */
  readonly account?: number;
  readonly verified?: number;
  readonly refused?: { readonly daysAgo: number; readonly reason: string };
}

/** A plan in the words of its board. */
export interface PlanPlot {
  readonly title: string;
  readonly summary: string;
  readonly what: string;
  readonly why: string;
  readonly themes: readonly Theme[];
  readonly audience: string;
  /** One, several, or the whole municipality. */
  readonly district: DemoDistrictCode | readonly DemoDistrictCode[] | "all";
  /** What is promised, and for which day. */
  readonly milestones: readonly (readonly [title: string, daysAgo: number])[];
  readonly budget: readonly (readonly [category: BudgetCategory, description: string, euros: number])[];
  readonly own?: readonly [euros: number, from: string];
  readonly partners?: readonly (readonly [name: string, sector: Sector, contribution: string])[];
  readonly helpAsked?: string;
}

/** A proposal of the story: its plan, and what happens to it. */
export interface ProposalPlot {
  readonly key: string;
  readonly enterprise: string;
  /** Of the board: who writes for it, who enters expenses, who confirms them. */
  readonly writer: string;
  readonly treasurer: string;
  readonly confirmer: string;
  /** User name of the officer who handles it. */
  readonly officer: "noor" | "daan";
  readonly plan: PlanPlot;
  readonly acts: readonly Act[];
}

/** One act on a proposal, ready to become a scene. */
export type Act = (plot: ProposalPlot) => Scene;

/** Euros (with cents behind the point) as integer cents. */
export const cents = (euros: number): number => Math.round(euros * 100);
