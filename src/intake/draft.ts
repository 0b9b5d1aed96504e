/** What a reader takes from a plan document: the shape the ledger's import reads (`domain/draft.ts`), and more. */
import type { Day, Month } from '../domain/calendar.ts';
import type { NamedOwner } from './divisions.ts';
import type { ReadingFinding } from './finding.ts';

export type Status = 'not_started' | 'in_progress' | 'done' | 'cancelled';
export type Instrument = 'IIT' | 'EIT' | 'OIT';

export interface DraftAgency {
  readonly name: string | null;
  readonly shortName: string | null;
  readonly type: string | null;
  readonly subdistrict: string | null;
  readonly district: string | null;
  readonly province: string | null;
}

export interface DraftDocument {
  readonly title: string | null;
  readonly kind: string;
  readonly number: string | null;
  readonly date: Day | null;
  readonly dateAsWritten: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface DraftPlan {
  /** BE; null when the document does not say. */
  readonly fiscalYear: number | null;
  readonly asWritten: string | null;
  readonly start: Day | null;
  readonly end: Day | null;
  /** A rule for all measures: `รายงานในการประชุมทุกเดือน`. */
  readonly reportingRule: string | null;
}

export interface DraftAssessment {
  readonly year: number | null;
  readonly overallScore: number | null;
  readonly overallScoreAsWritten: string | null;
  readonly level: string | null;
  readonly levelAsWritten: string | null;
  readonly line: number | null;
}

export interface DraftIndicator {
  readonly no: number;
  readonly name: string;
  readonly instrument: Instrument;
  readonly nameAsWritten: string;
  readonly score: number | null;
  readonly scoreAsWritten: string | null;
  readonly verdict: 'maintain' | 'improve' | null;
  readonly verdictAsWritten: string | null;
  readonly issues: readonly string[];
  readonly line: number;
}

export interface DraftQuestion {
  readonly id: string;
  readonly idAsWritten: string;
  readonly indicator: number | null;
  readonly score?: number | null;
  readonly scoreEitPublic?: number | null;
  readonly scoreEitSurvey?: number | null;
  readonly line: number;
}

export interface DraftPeriod {
  readonly asWritten: string | null;
  readonly start: Day | null;
  readonly end: Day | null;
}

export interface DraftFollowUp {
  readonly asWritten: string | null;
  readonly cadence: 'monthly' | 'named-months' | 'date' | null;
  readonly dueDate: Day | null;
  readonly reportMonths: readonly Month[];
}

export interface DraftMethod {
  readonly no: number;
  readonly text: string;
}

/** What measures, O-items and per-indicator plans have in common. */
export interface DraftWork {
  readonly responsibleAsWritten: string | null;
  readonly responsible: readonly NamedOwner[];
  readonly status: Status | null;
  readonly statusAsWritten: string | null;
  readonly lines: readonly number[];
}

export interface DraftMeasure extends DraftWork {
  readonly number: number | null;
  readonly numberAsWritten: string | null;
  readonly indicator?: number | readonly number[];
  readonly indicatorAsWritten: string | null;
  readonly findingAsWritten: string | null;
  readonly title: string;
  readonly titleAsWritten: string;
  readonly titleParts: readonly string[];
  readonly methods: readonly DraftMethod[];
  readonly methodsAsWritten: string | null;
  readonly period: DraftPeriod;
  readonly followUp: DraftFollowUp;
  readonly progress: string | null;
  readonly outcome: string | null;
  readonly budget: string | null;
}

export interface DraftOItem extends DraftWork {
  readonly id: string;
  readonly idAsWritten: string;
  readonly name: string;
  readonly nameAsWritten: string;
  readonly requirements: readonly string[];
  readonly progress: string | null;
}

export interface DraftIndicatorPlan extends DraftWork {
  readonly indicator: number;
  readonly indicatorAsWritten: string;
  readonly approach: readonly string[];
  readonly period: DraftPeriod;
  readonly progress: string | null;
}

export interface DraftOScore {
  readonly id: string;
  readonly idAsWritten: string;
  readonly score: number;
  readonly line: number;
}

export interface DraftInstrumentScore {
  readonly instrument: Instrument;
  /** EIT has two parts from 2566 on. */
  readonly part: 1 | 2 | null;
  readonly score: number;
  readonly line: number;
}

/** What each instrument scored as a whole; null = not stated. `stated` = every sentence that states one, parts too. */
export type DraftInstrumentScores = Readonly<Record<Instrument, number | null>> & {
  readonly stated: readonly DraftInstrumentScore[];
};

export interface DraftMember {
  readonly name: string;
  readonly position: string | null;
  readonly role: string | null;
  readonly line: number;
}

export interface DraftApproval {
  readonly step: number;
  readonly role: string;
  readonly name: string | null;
  readonly position: string | null;
  readonly line: number;
}

export interface Draft {
  readonly agency: DraftAgency;
  readonly document: DraftDocument;
  readonly plan: DraftPlan;
  readonly assessment: DraftAssessment;
  readonly instrumentScores: DraftInstrumentScores;
  readonly indicators: readonly DraftIndicator[];
  readonly questions: readonly DraftQuestion[];
  readonly oItemScores: readonly DraftOScore[];
  readonly measures: readonly DraftMeasure[];
  readonly indicatorPlans: readonly DraftIndicatorPlan[];
  readonly oItems: readonly DraftOItem[];
  readonly committee: { readonly order: string | null; readonly members: readonly DraftMember[] };
  readonly approvalChain: readonly DraftApproval[];
  readonly findings: readonly ReadingFinding[];
}
