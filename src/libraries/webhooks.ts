import { defineLibrary, type CallRole } from '../model/library';

const throwing: CallRole = { verify: { kind: 'signature', level: 'SECRET', fails: 'throws' } };
const telling: CallRole = { verify: { kind: 'signature', level: 'SECRET', fails: 'false' } };

/** PayPal is asked whether a message is its own. https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post */
const asked = [{ arg: 0, text: /verify-webhook-signature/, value: 'paypal#verification' }];

/** What verifies that a message comes from whom it says: signatures of webhooks and comparisons of secrets. */
export default defineLibrary({
  id: 'webhooks',
  title: 'Webhook signatures',
  packages: [],
  aliases: {
    'stripe#Stripe()': 'stripe#client',
    'stripe#()': 'stripe#client',
    'svix#Webhook()': 'svix#webhook',
    'standardwebhooks#Webhook()': 'svix#webhook',
    '@octokit/webhooks#Webhooks()': 'octokit#webhooks',
  },
  types: { 'stripe#Stripe': 'stripe#client', 'stripe#': 'stripe#client' },
  variants: { 'axios#post': asked, 'axios#': asked, 'axios#default.post': asked, 'global#fetch': asked, 'project#': asked },
  reads: {
    'paypal#verification.verification_status': { identity: true },
    'paypal#verification.data.verification_status': { identity: true },
    'paypal#verification.json().verification_status': { identity: true },
  },
  calls: {
    'stripe#client.webhooks.constructEvent': throwing,
    'stripe#client.webhooks.constructEventAsync': throwing,
    '?.webhooks.constructEvent': throwing,
    '?.webhooks.constructEventAsync': throwing,
    'svix#webhook.verify': throwing,
    '@clerk/nextjs/webhooks#verifyWebhook': throwing,
    '@clerk/backend/webhooks#verifyWebhook': throwing,
    '@upstash/qstash#Receiver().verify': telling,
    '@upstash/qstash/nextjs#verifySignature': { guard: { kind: 'signature', level: 'SECRET' } },
    '@upstash/qstash/nextjs#verifySignatureAppRouter': { guard: { kind: 'signature', level: 'SECRET' } },
    '@upstash/qstash/dist/nextjs#verifySignature': { guard: { kind: 'signature', level: 'SECRET' } },
    'octokit#webhooks.verify': telling,
    '@octokit/webhooks-methods#verify': telling,
    'twilio#validateRequest': telling,
    // https://github.com/discord/discord-interactions-js
    'discord-interactions#verifyKey': telling,
    'discord-interactions#verifyKeyMiddleware': { guard: { kind: 'signature', level: 'SECRET' } },
    // https://tweetnacl.js.org: `nacl.sign.detached.verify(message, signature, publicKey)`
    'tweetnacl#sign.detached.verify': telling,
    'tweetnacl#default.sign.detached.verify': telling,
    'ed25519#Verify': telling,
    '@sanity/webhook#isValidSignature': telling,
    '@sanity/webhook#assertValidSignature': throwing,
    '@sanity/webhook#assertValidRequest': throwing,
    // https://developer.paddle.com/webhooks/signature-verification: `unmarshal` throws.
    '@paddle/paddle-node-sdk#Paddle().webhooks.unmarshal': throwing,
    '@paddle/paddle-node-sdk#Paddle().webhooks.isSignatureValid': telling,
    '@mux/mux-node#Mux().webhooks.unwrap': throwing,
    '@mux/mux-node#Mux().webhooks.verifySignature': throwing,
    '@mux/mux-node#().webhooks.unwrap': throwing,
    '@mux/mux-node#().webhooks.verifySignature': throwing,
    '@mux/mux-node#default().webhooks.unwrap': throwing,
    '@mux/mux-node#default().webhooks.verifySignature': throwing,
    '@polar-sh/sdk/webhooks#validateEvent': throwing,
    '@liveblocks/node#WebhookHandler().verifyRequest': throwing,
    'resend#client.webhooks.verify': throwing,
    'openai#client.webhooks.unwrap': throwing,
    'openai#client.webhooks.verifySignature': throwing,
    '@lovable.dev/webhooks-js#verifyWebhookRequest': throwing,
    'node:crypto#timingSafeEqual': telling,
    'node:crypto#createHmac': { mac: true },
    'global#crypto.subtle.sign': { mac: true },
    'node:crypto#webcrypto.subtle.sign': { mac: true },
    'node:crypto#verify': telling,
    'node:crypto#createVerify().verify': telling,
    'node:crypto#createVerify().update().verify': telling,
    'global#crypto.subtle.verify': telling,
    '@shopify/shopify-api#shopifyApi().webhooks.validate': telling,
  },
});
