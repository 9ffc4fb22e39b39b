import { defineLibrary, type CallRole } from '../model/library';

/** Its HTTP client gives up after 30 s. */
const paid: CallRole = { outbound: { defaultMs: 30_000, throwsOnStatus: true, paid: true, kind: 'sdk', promises: true } };

/** Twilio's client 3 and later. The signature of its webhooks stands in `webhooks`. */
export default defineLibrary({
  id: 'twilio',
  title: 'Twilio',
  packages: ['twilio'],
  aliases: {
    'twilio#()': 'twilio#client',
    'twilio#Twilio()': 'twilio#client',
    'twilio#client.verify.v2.services()': 'twilio#service',
    'twilio#client.verify.services()': 'twilio#service',
  },
  types: { 'twilio#Twilio': 'twilio#client' },
  calls: {
    'twilio#client.messages.create': paid,
    'twilio#client.calls.create': paid,
    'twilio#service.verifications.create': paid,
    'twilio#service.verificationChecks.create': { outbound: { defaultMs: 30_000, throwsOnStatus: true, kind: 'sdk', promises: true } },
  },
});
