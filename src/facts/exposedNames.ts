import type { Tables } from './tables';

/** The prefix by which a tool puts an entry of the environment into what browsers download; undefined where none does. */
export function exposedBy(tables: Tables, dependencies: Record<string, string> | undefined, name: string): string | undefined {
  return tables.exposedPrefixes.find(
    ({ prefix, packages }) =>
      name.startsWith(prefix) && (packages.length === 0 || packages.some((known) => dependencies?.[known] !== undefined)),
  )?.prefix;
}

/** What nobody but a server may know, by the end of the name. */
const secret =
  /(?:^|_)(?:SECRET(?:_(?:ACCESS_)?KEY)?|SERVICE_?ROLE(?:_KEY)?|PRIVATE_?KEY|PASSWORD|PASSWD|PASSPHRASE|AUTH_TOKEN|SK|ADMIN_(?:API_)?(?:KEY|TOKEN)|ENCRYPTION_KEY|SIGNING_KEY|(?:DATABASE|POSTGRES|MONGO(?:DB)?|REDIS)_UR[IL]|CONNECTION_STRING)(?:_(?:LIVE|PROD|PRODUCTION|STAGING|DEV))?$/;

/** Services whose keys are bound to an account that pays, and to nothing else. */
const paid =
  /(?:^|_)(?:OPEN_?AI|ANTHROPIC|CLAUDE|GEMINI|GENERATIVE_AI|GROQ|OPEN_?ROUTER|MISTRAL|DEEP_?SEEK|PERPLEXITY|XAI|GROK|COHERE|REPLICATE|ELEVEN_?LABS|HUGGING_?FACE|TOGETHER(?:_AI)?|FAL(?:_AI)?|RESEND|SEND_?GRID|MAILGUN|POSTMARK|BREVO|TWILIO|PINECONE|TAVILY|APIFY|FIRECRAWL)_(?:API_?)?(?:KEY|TOKEN)(?:_\w+)?$/;

/** Names of something else: of a flag, of a place in the browser, of what is shown to people who try it out. */
const other =
  /(?:^|_)(?:DEMO|TEST|E2E|EXAMPLE|DUMMY|MOCK|STORAGE|COOKIE|HEADER|ENABLED?|SHOW|HAS|IS|MIN|MAX|FIREBASE_DATABASE|PUBLIC|PUBLISHABLE|ANON|SITE)(?:_|$)/;

/** Does the name of a setting, without the prefix that makes it public, say that browsers must not have it? */
export function isServerOnly(name: string): boolean {
  const plain = name.toUpperCase();
  return (secret.test(plain) || paid.test(plain)) && !other.test(plain);
}
