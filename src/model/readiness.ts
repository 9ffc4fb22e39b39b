import { z } from 'zod';
import { dimensionIds, type DimensionId } from './dimension';

/** How an item of the checklist stands. */
export type ItemStatus = 'pass' | 'gap' | 'unknown' | 'notApplicable' | 'manual' | 'waived';

/** `auto`: the machine decides; `mixed`: machine evidence, a person confirms; `manual`: only a person can know. */
export type ItemType = 'auto' | 'mixed' | 'manual';

/** One line of the checklist. */
export interface Item {
  /** Stable id: `SEC-3`. */
  id: string;
  dimension: DimensionId;
  title: string;
  type: ItemType;
  /** Share of its dimension; the weights of a dimension sum to 20. */
  weight: number;
  /** Rule and check ids that back it. */
  backedBy: string[];
  /** Those of `backedBy` that must have run before it can pass; absent means all. */
  requires?: string[];
  /** What a person is asked, for mixed and manual items. */
  question?: string;
}

const isoDate = z.iso.date('a date as YYYY-MM-DD');

/** A person's tick: who, when, on what ground, until when. */
export const attestationSchema = z.strictObject({
  item: z.string(),
  by: z.string().min(1),
  on: isoDate,
  note: z.string().optional(),
  evidence: z.string().optional(),
  expires: isoDate.optional(),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** The closed list of reasons for a waiver. */
export const waiverReasons = [
  'test-data',
  'remediated',
  'not-applicable',
  'not-supported',
  'accepted-risk',
  'protected-upstream',
  'false-positive',
] as const;

/** An accepted gap. It never turns a gap into a pass. */
export const waiverSchema = z.strictObject({
  rule: z.string(),
  /** Glob of files; absent means the whole project. */
  files: z.string().optional(),
  fingerprint: z.string().optional(),
  reason: z.enum(waiverReasons),
  note: z.string().min(1),
  owner: z.string().min(1),
  expires: isoDate.optional(),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** Not applicable to this project, with the reason. */
export const notApplicableSchema = z.strictObject({ item: z.string(), reason: z.string().min(1), by: z.string().min(1), on: isoDate });

/** An accepted risk on an item: shown amber, half credit, reopens when it expires. */
export const acceptedRiskSchema = z.strictObject({
  item: z.string(),
  owner: z.string().min(1),
  reason: z.string().min(1),
  on: isoDate,
  expires: isoDate,
});

/** `.production-gap/readiness.json`: what people said about this project. */
export const readinessFileSchema = z.strictObject({
  version: z.literal(1),
  attestations: z.array(attestationSchema).default([]),
  notApplicable: z.array(notApplicableSchema).default([]),
  acceptedRisks: z.array(acceptedRiskSchema).default([]),
});
export type ReadinessFile = z.infer<typeof readinessFileSchema>;

export const dimensionIdSchema = z.enum(dimensionIds as [DimensionId, ...DimensionId[]]);

/** Present state of one item, with what it rests on. */
export interface ItemState {
  item: Item;
  status: ItemStatus;
  /** 0 to 1; undefined when not applicable. */
  score?: number;
  /** One line in plain words: "3 gaps in 2 files", "Ticked by Ann on 2026-11-01". */
  detail: string;
  /** Fingerprints of the findings behind it (at most 200), worst first. */
  findings: string[];
  evidence: { note: string; file?: string; line?: number }[];
  attestation?: Attestation;
  /** The tick stands but no longer counts. */
  expired?: boolean;
}

/** State of one dimension. */
export interface DimensionState {
  dimension: DimensionId;
  items: ItemState[];
  met: number;
  gaps: number;
  blockers: number;
  unknown: number;
  /** 0 to 1 over applicable items. Never shown as a verdict. */
  score: number;
}

export type Stage = 'Demo' | 'Prototype' | 'Product' | 'System';

/** Readiness of a project. */
export interface Scorecard {
  dimensions: DimensionState[];
  stage: Stage;
  /** What is missing for the next stage, cheapest first. */
  next: { item: string; title: string; reason: string }[];
  /** Share of the weight that nobody has verified, 0 to 1. */
  unverified: number;
}
