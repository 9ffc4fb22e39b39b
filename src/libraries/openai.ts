import { defineLibrary, type CallRole } from '../model/library';

/** The limit is set where the client is made: 10 minutes, and two more tries, unless it says otherwise. */
const made: CallRole = {
  allowsBrowser: { arg: 0, option: 'dangerouslyAllowBrowser', credential: 'apiKey' },
  outbound: { timeout: { arg: 0, options: ['timeout', 'fetchOptions'] }, defaultMs: 600_000, throwsOnStatus: true, kind: 'sdk' },
};
const paid: CallRole = { outbound: { defaultMs: 600_000, throwsOnStatus: true, paid: true, kind: 'sdk' } };
const methods = [
  'chat.completions.create',
  'chat.completions.parse',
  'chat.completions.stream',
  'beta.chat.completions.parse',
  'beta.chat.completions.stream',
  'completions.create',
  'responses.create',
  'responses.parse',
  'responses.stream',
  'embeddings.create',
  'images.generate',
  'images.edit',
  'images.createVariation',
  'audio.speech.create',
  'audio.transcriptions.create',
  'audio.translations.create',
  'videos.create',
  'batches.create',
  'fineTuning.jobs.create',
  'beta.threads.runs.create',
  'beta.threads.runs.createAndPoll',
  'beta.threads.runs.stream',
  'beta.threads.createAndRun',
  'beta.threads.createAndRunPoll',
];

/** openai 4 to 6, Azure's client included; other services with the same interface are reached with it too. */
export default defineLibrary({
  id: 'openai',
  title: 'OpenAI',
  packages: ['openai', 'groq-sdk'],
  aliases: {
    'openai#()': 'openai#client',
    'openai#OpenAI()': 'openai#client',
    'openai#AzureOpenAI()': 'openai#client',
    'groq-sdk#()': 'openai#client',
    'groq-sdk#Groq()': 'openai#client',
  },
  types: { 'openai#': 'openai#client', 'openai#OpenAI': 'openai#client', 'openai#AzureOpenAI': 'openai#client' },
  names: { openai: 'openai#client' },
  calls: {
    'openai#': made,
    'openai#OpenAI': made,
    'openai#AzureOpenAI': made,
    ...Object.fromEntries(methods.map((name) => [`openai#client.${name}`, paid])),
  },
});
