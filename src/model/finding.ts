import type { DimensionId } from './dimension';
import type { FixOffer } from './fix';

/** How bad it is: `error` exploitable or data-losing now, `warning` will hurt in production, `info` hygiene. */
export type Severity = 'error' | 'warning' | 'info';

/** How sure we are. Low confidence stays out of the squiggles by default. */
export type Confidence = 'high' | 'medium' | 'low';

/** What a rule or check concluded about one subject. */
export type Outcome = 'gap' | 'pass' | 'notApplicable' | 'unknown' | 'error';

/** Offsets into a file's text: 0-based UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A place in a file for people: lines and columns are 1-based, the end column is exclusive. */
export interface Location {
  /** Path relative to the workspace root, with forward slashes. */
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Another place that explains a finding ("a sibling is guarded here"). */
export interface RelatedLocation extends Location {
  message: string;
}

/** `open` counts; the others are shown but do not. */
export type FindingStatus = 'open' | 'suppressed' | 'waived' | 'baselined';

/** One result of a rule or a check, as every front end sees it. Plain data. */
export interface Finding {
  /** Rule or check id. */
  rule: string;
  dimension: DimensionId;
  outcome: Outcome;
  severity: Severity;
  confidence: Confidence;
  location: Location;
  /** The same place as offsets into the text that was analysed. */
  span: Span;
  /** One plain line: what is wrong and what breaks in production. */
  message: string;
  /** Which of the rule's messages it is: findings of one rule and shape differ only in where and in names. */
  shape?: string;
  related: RelatedLocation[];
  /** Stable under edits elsewhere in the file: hash of rule, scope path and normalised code. */
  fingerprint: string;
  status: FindingStatus;
  /** Why it is suppressed or waived, in the words of whoever did it. */
  statusReason?: string;
  fixes: FixOffer[];
  /** How many places an aggregated finding stands for. */
  occurrences?: number;
}

/** A finding as a front end that only shows it keeps it. Offsets change with every key in front of them, lines and columns seldom do. */
export type ShownFinding = Omit<Finding, 'span'>;
