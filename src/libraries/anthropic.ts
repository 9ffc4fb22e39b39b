import { defineLibrary, type CallRole } from '../model/library';

/** The limit is set where the client is made: 10 minutes, and two more tries, unless it says otherwise. */
const made: CallRole = {
  allowsBrowser: { arg: 0, option: 'dangerouslyAllowBrowser', credential: 'apiKey' },
  outbound: { timeout: { arg: 0, options: ['timeout', 'fetchOptions'] }, defaultMs: 600_000, throwsOnStatus: true, kind: 'sdk' },
};
const paid: CallRole = { outbound: { defaultMs: 600_000, throwsOnStatus: true, paid: true, kind: 'sdk' } };
const methods = [
  'messages.create',
  'messages.parse',
  'messages.stream',
  'messages.batches.create',
  'beta.messages.create',
  'beta.messages.stream',
  'beta.messages.toolRunner',
  'completions.create',
];

/** The Anthropic SDK. */
export default defineLibrary({
  id: 'anthropic',
  title: 'Anthropic',
  packages: ['@anthropic-ai/sdk'],
  aliases: {
    '@anthropic-ai/sdk#()': 'anthropic#client',
    '@anthropic-ai/sdk#Anthropic()': 'anthropic#client',
  },
  types: { '@anthropic-ai/sdk#': 'anthropic#client', '@anthropic-ai/sdk#Anthropic': 'anthropic#client' },
  names: { anthropic: 'anthropic#client' },
  calls: {
    '@anthropic-ai/sdk#': made,
    '@anthropic-ai/sdk#Anthropic': made,
    ...Object.fromEntries(methods.map((name) => [`anthropic#client.${name}`, paid])),
  },
});
