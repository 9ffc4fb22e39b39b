import { defineLibrary, type CallRole } from '../model/library';

/** A number or an object with limits since 6, an abort signal before that; otherwise what `fetch` has. */
const whole: CallRole = {
  outbound: { timeout: { arg: 0, options: ['abortSignal', 'timeout'] }, defaultMs: 300_000, throwsOnStatus: true, paid: true, kind: 'sdk' },
};
/** A stream that keeps coming is no call that hangs. */
const stream: CallRole = { outbound: { defaultMs: 300_000, throwsOnStatus: true, paid: true, kind: 'sdk' } };

/** The AI SDK 3 to 6: every call is paid for by whoever owns the key of the model. */
export default defineLibrary({
  id: 'ai',
  title: 'AI SDK',
  packages: ['ai'],
  calls: {
    ...Object.fromEntries(
      [
        'generateText',
        'generateObject',
        'embed',
        'embedMany',
        'generateImage',
        'experimental_generateImage',
        'experimental_generateSpeech',
        'experimental_transcribe',
        'rerank',
      ].map((name) => [`ai#${name}`, whole]),
    ),
    'ai#streamText': stream,
    'ai#streamObject': stream,
  },
});
