import { defineLibrary } from '../model/library';

/** Payload 3. Its local API asks nobody; `auth` finds out from the headers of a request who is calling: https://payloadcms.com/docs/authentication/operations#auth-by-strategy */
export default defineLibrary({
  id: 'payload',
  title: 'Payload',
  packages: ['payload', '@payloadcms/next'],
  aliases: {
    'payload#getPayload()': 'payload#payload',
    '@payloadcms/next/utilities#getPayloadHMR()': 'payload#payload',
  },
  calls: {
    'payload#payload.auth': { verify: { level: 'AUTHENTICATED', fails: 'empty' } },
  },
});
