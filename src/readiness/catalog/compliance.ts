import { itemsOf } from './item';

/** Compliance. */
export const compliance = itemsOf('compliance', [
  { id: 'COMP-1', title: 'No personal data or secrets in logs', type: 'auto', weight: 5, backedBy: ['pii-in-logs'] },
  {
    id: 'COMP-2',
    title: 'Privileged actions leave a trail',
    type: 'mixed',
    weight: 4,
    backedBy: ['missing-audit-trail', 'auth-events-not-logged'],
    question:
      'Can you tell who changed a role, refunded a payment or deleted an account last month, and could that record be altered unnoticed?',
  },
  {
    id: 'COMP-3',
    title: 'People can delete and export their data',
    type: 'mixed',
    weight: 3,
    backedBy: ['missing-account-deletion', 'missing-data-export'],
    question:
      'Create an account, ask for all its data, then delete it. Is it really gone, in other services and backups too, within the time you promise?',
  },
  {
    id: 'COMP-4',
    title: 'It is known which data is stored, why and for how long',
    type: 'manual',
    weight: 3,
    backedBy: [],
    also: ['missing-retention'],
    question: 'Is there a list of the personal data you store, with the purpose and the time after which it is deleted? Link it.',
  },
  {
    id: 'COMP-5',
    title: 'Sensitive fields are encrypted, and so is every connection',
    type: 'mixed',
    weight: 2,
    backedBy: ['sensitive-field-unprotected', 'tls-verification-disabled'],
    question:
      'If somebody copied the database, would passwords, identity numbers, health or card data be readable? Is every connection encrypted, the one to the database too?',
  },
  {
    id: 'COMP-6',
    title: 'The laws that apply are known, the region is chosen, the processors are listed',
    type: 'manual',
    weight: 3,
    backedBy: [],
    also: ['pii-to-third-party', 'tracker-without-consent', 'missing-privacy-docs'],
    question:
      'Was it decided which rules apply to you (GDPR, HIPAA, PCI and so on), in which region data lies, and which companies receive it, with a contract for each?',
  },
]);
