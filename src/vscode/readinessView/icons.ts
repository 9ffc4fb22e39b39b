import type { Severity } from '../../model/finding';
import type { ItemStatus } from '../../model/readiness';

/** Shapes differ by state, colours only repeat it. */
export interface Icon {
  /** Name of a codicon. */
  name: string;
  /** Id of a theme colour. */
  color?: string;
}

export const statusIcons: Record<ItemStatus, Icon> = {
  pass: { name: 'pass', color: 'testing.iconPassed' },
  gap: { name: 'warning', color: 'problemsWarningIcon.foreground' },
  unknown: { name: 'question' },
  notApplicable: { name: 'circle-slash' },
  manual: { name: 'person' },
  waived: { name: 'shield' },
};

export const blockedIcon: Icon = { name: 'error', color: 'problemsErrorIcon.foreground' };

export const severityIcons: Record<Severity, Icon> = {
  error: blockedIcon,
  warning: statusIcons.gap,
  info: { name: 'info', color: 'problemsInfoIcon.foreground' },
};
