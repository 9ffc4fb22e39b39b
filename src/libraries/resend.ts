import { defineLibrary, type CallRole } from '../model/library';

/** Made with `fetch`, without a way to set a limit. */
const sends: CallRole = { outbound: { defaultMs: 300_000, throwsOnStatus: true, paid: true, kind: 'mail' } };
const sending = ['emails.send', 'emails.create', 'batch.send', 'batch.create', 'broadcasts.create', 'broadcasts.send'];

/** Resend 2 and later: a mail that was not accepted shows in `error` of the result; nothing is thrown. */
export default defineLibrary({
  id: 'resend',
  title: 'Resend',
  packages: ['resend'],
  aliases: {
    'resend#Resend()': 'resend#client',
    ...Object.fromEntries(sending.map((name) => [`resend#client.${name}()`, 'resend#sent'])),
  },
  types: { 'resend#Resend': 'resend#client' },
  names: { resend: 'resend#client' },
  calls: Object.fromEntries(sending.map((name) => [`resend#client.${name}`, sends])),
  traces: /\bsend\w*\s*\(|\bemails\b/i,
  results: {
    'resend#sent': { label: 'mail', error: 'error', effect: 'other', minor: true, awaited: true },
  },
});
