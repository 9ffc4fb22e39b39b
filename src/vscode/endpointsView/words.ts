import { l10n } from 'vscode';
import type { EndpointFilter, EndpointWords } from './model';

/** The words of the view in the language of the editor. Made anew for each use, since the language bundle loads late. */
export function endpointWords(): EndpointWords {
  return {
    role: {
      authentication: l10n.t('authentication'),
      validation: l10n.t('validation'),
      'rate-limit': l10n.t('rate limit'),
      signature: l10n.t('signature or secret'),
      csrf: l10n.t('CSRF protection'),
      'body-limit': l10n.t('body limit'),
      'error-handling': l10n.t('error handling'),
      logging: l10n.t('logging'),
      cors: l10n.t('CORS'),
      headers: l10n.t('security headers'),
    },
    presence: { present: l10n.t('yes'), absent: l10n.t('none'), unknown: l10n.t('unknown') },
    noAuthentication: l10n.t('no authentication'),
    unknownAuthentication: l10n.t('authentication unknown'),
    public: l10n.t('public on purpose'),
    delegated: l10n.t('row level security'),
    changed: l10n.t('changed'),
    endpoints: (count) => (count === 1 ? l10n.t('1 endpoint') : l10n.t('{0} endpoints', count)),
    unprotected: (count) => l10n.t('{0} without authentication', count),
    ownPackage: l10n.t('The folder itself'),
  };
}

/** What each filter shows: its name, and a sentence. */
export function filterWords(): Record<EndpointFilter, { label: string; detail: string }> {
  return {
    all: { label: l10n.t('All endpoints'), detail: l10n.t('Everything that answers requests.') },
    unprotected: { label: l10n.t('Unprotected'), detail: l10n.t('Nothing finds out who is calling, and nobody said that this is meant.') },
    unknown: { label: l10n.t('Unknown'), detail: l10n.t('Whether something finds out who is calling could not be told.') },
    writes: { label: l10n.t('Writes'), detail: l10n.t('A request can change data, run a command or spend money.') },
    changed: { label: l10n.t('Changed'), detail: l10n.t('New, or with another verdict, since this window first listed the endpoints.') },
  };
}
