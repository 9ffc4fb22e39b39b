import { l10n } from 'vscode';
import type { TreeWords } from './model';

/** The tree's words in the language of the editor. Made anew for each use, since the language bundle loads late. */
export function treeWords(): TreeWords {
  const titles: Record<string, string> = {
    'error-handling': l10n.t('Error handling'),
    security: l10n.t('Security'),
    observability: l10n.t('Observability'),
    'data-integrity': l10n.t('Data integrity'),
    compliance: l10n.t('Compliance'),
    integration: l10n.t('Integration'),
    scalability: l10n.t('Scalability'),
    'operational-readiness': l10n.t('Operational readiness'),
  };
  return {
    dimensionTitle: (id) => titles[id] ?? id,
    status: {
      pass: l10n.t('Met'),
      gap: l10n.t('Gap'),
      unknown: l10n.t('Unknown'),
      notApplicable: l10n.t('Not applicable'),
      manual: l10n.t('To confirm'),
      waived: l10n.t('Accepted'),
    },
    severity: { error: l10n.t('Error'), warning: l10n.t('Warning'), info: l10n.t('Information') },
    met: (met, applicable) => l10n.t('{0} of {1} met', met, applicable),
    gaps: (count) => (count === 1 ? l10n.t('1 gap') : l10n.t('{0} gaps', count)),
    blocking: (count) => l10n.t('{0} blocking', count),
    stage: (name) => l10n.t('Stage: {0}', name),
    stepsTo: (count) => (count === 1 ? l10n.t('1 item to the next stage') : l10n.t('{0} items to the next stage', count)),
    unverified: (percent) => l10n.t('{0} % of the checklist is verified by nobody yet.', percent),
    question: l10n.t('Question'),
    more: (count) => l10n.t('{0} more', count),
    likeIt: (count) => l10n.t('and {0} more like it', count),
  };
}
