import type { FileAnalysis } from './analysis';

/** Does a file answer one method only: `export async function GET`? */
export function isOnlyMethod(analysis: FileAnalysis): boolean {
  return analysis.exports.filter((entry) => 'name' in entry && /^(GET|POST|PUT|PATCH|DELETE)$/.test(entry.name)).length === 1;
}

/** Open wherever they stand in a path. */
const openAnywhere = new Set([
  'login',
  'signin',
  'sign-in',
  'signup',
  'sign-up',
  'register',
  'logout',
  'signout',
  'sign-out',
  'auth',
  'oauth',
  'oauth2',
  'sso',
  'saml',
  'forgot',
  'forgot-password',
  'reset-password',
  'verify-email',
  'verify-otp',
  'magic-link',
  'csrf',
  'csrf-token',
  'public',
  'unsubscribe',
  'webhook',
  'webhooks',
  'healthz',
  'readyz',
  'livez',
  'health',
  'healthcheck',
  'health-check',
  'ping',
  'sitemap',
  'sitemap.xml',
  'robots',
  'robots.txt',
  'rss',
  'manifest.webmanifest',
  '.well-known',
  'well-known',
  'wellknown',
  'favicon.ico',
  'opengraph-image',
  'openapi',
  'swagger',
  'api-docs',
  'ranking',
  'rankings',
  'leaderboard',
  'leaderboards',
]);

/** Open only as the whole path, after `/api` and a version: elsewhere they are names of things. */
const openAlone = new Set([
  'callback',
  'ready',
  'live',
  'status',
  'version',
  'og',
  'feed',
  'manifest',
  'hooks',
  'track',
  'tracking',
  'pixel',
  'metrics',
  'docs',
  'session',
  'token',
  'refresh',
  'refresh-token',
  'refresh-tokens',
  'otp',
  'verify',
  'verification',
  'confirm',
  'reset',
  'registration',
  'subscribe',
  'heartbeat',
  'send-verification-email',
  'resend-verification',
  'collect',
  'join',
]);

/** Names of functions and pages by which people come in, with what they come as in front: `driver-self-register`, `customer-auth`. */
const openNames =
  /webhook|oauth|-callback$|^public-(?:[a-z]+-)*(?:search|lookup|list|profile|page|view|form|info|status|catalog)$|-unsubscribe$|^is-?new-?(?:user|account|member|customer|org|organi[sz]ation)$|^(?:is|check)-?(?:email|user-?name|handle|slug)-?(?:exists|available|availability|taken|unique)$|^(?:email|user-?name)-?(?:exists|available|availability)$|(?:^|-)self-(?:register|registration|signup|sign-up)$|(?:^|-)(?:complete|finish)-(?:registration|signup|sign-up)$|^(?:customer|client|user|member|guest|phone|sms|email|social)s?-auth$|^(?:re-?)?(?:send|request)-?verification(?:-?(?:email|mail|link|code))?$|^(?:demo|guest|trial)-?(?:log-?in|sign-?in)$|app-?version$/;

/** Lists that strangers put themselves on. What is sent to those on it is no form: `newsletter/send-test`. */
const lists =
  /(?:^|\/)(?:[a-z]+-)?(?:newsletters?|wait-?lists?)(?:\/(?:(?:un)?subscri\w*|sign-?up|join|register|confirm\w*|verify|opt-?(?:in|out)|preferences|count|status))?$|(?:^|\/)newsletters?\/(?:subscri\w+\/)?(?:verify|confirm|request|(?:un)?subscribe|cancel)\w*$/;

/** Links that are followed from elsewhere: `track/:code`. */
const followed = /\/(?:track|click|go|redirect)\/(?::\w+|\[\w+\]|\{\w+\})$/;

/** Forms by which strangers write to whoever runs the product; what names one letter is no form. */
const letters = /^contact(?:-?us)?(?:\/(?:add|send|submit|message|form))?$/;

/** What pages send about those who look at them. */
const measured = /(?:^|\/)(?:analytics|telemetry|metrics)\/(?:track|collect|pixel|page-?views?|beacon)$/;

/** Codes that are sent to those who come in with them. */
const sentCodes = /(?:^|\/)otps?\/(?:send|request|resend|verify)$/;

/** How people who can't get in come back in: `forget-password`, `password-reset`, `verify-email`, `requestResetPassword`, `loginLink`. */
const lostPassword =
  /^(?:public[-_])?(?:forg[eo]t(?:ten)?|recover|reset|request|verify)[-_]?(?:my[-_]?)?(?:password|email)|^(?:public[-_])?password[-_]?(?:reset|recovery|forgot(?:ten)?)|^(?:request|send|resend)[-_]?(?:(?:reset|forgot)[-_]?password|(?:confirm(?:ation)?|verif(?:y|ication))[-_]?e?mail)|^(?:log-?in|sign-?in|magic)[-_]?link/;

/** The same in two segments, with the token of the mail behind it. Whose password it is, a path with one in front says: that is for others. */
const lostIn = /^[^:[{*]*\/passwords?\/(?:reset|recover(?:y|ed)?|forg[eo]t(?:ten)?)(?:\/[:[{]\w+[\]}]?)?$/;

/** The steps of a page by which people sign up: `join/verify`. What is joined under a name or a key is no product. */
const joined = /^join\/(?:verify|confirm|verification|(?:verification-?)?sent|(?:re-?)?(?:request|send)-?verification)$/;

/** What forms for signing up ask while somebody types. */
const stillFree = /(?:^|\/)(?:user-?names?|emails?|handles?|slugs?)\/(?:available|availability|exists|taken)$/;

/** Forms in which people leave an address. */
const leads = /(?:^|\/)leads?\/(?:collect|capture|submit|subscribe)$/;

const privateSegments = /^(admin|superadmin|super-admin|internal|backoffice|back-office|debug|seed|migrate|impersonate)$/;

/** Accounts that are kept beside the ways in: `auth/users`. Whoever sends one there signs up. */
const peopleBehind =
  /\/auth\/(?:[\w-]+\/)*(?:(?:get-?)?all-?|list-?)?(?:users|accounts|members|customers|employees|admins|staff)(?:\/[:[{]\w+[\]}]?)?$/i;

/** Why a path is meant to be open, judged by its segments; undefined when nothing says so. */
export function publicByPath(path: string, method = 'POST'): string | undefined {
  if (method !== 'POST' && method !== 'ALL' && peopleBehind.test(path)) return undefined;
  const segments = path
    .toLowerCase()
    .split(/[/.?]/)
    .map((segment) => segment.replace(/^_+/, ''))
    .filter(Boolean)
    .filter((segment) => !/^(api|v\d+|functions|trpc|rest)$/.test(segment) && !/^[:[{*]/.test(segment));
  const whole = path.toLowerCase().split('/').filter(Boolean);
  if (segments.some((segment) => privateSegments.test(segment))) return undefined;
  const open =
    [...segments, ...whole].find((segment) => openAnywhere.has(segment) || openNames.test(segment) || lostPassword.test(segment)) ??
    (segments.length === 1 && openAlone.has(segments[0]!) ? segments[0] : undefined);
  if (leads.test(segments.join('/'))) return '“leads” are left by people who are not known yet';
  if (lists.test(segments.join('/'))) return 'paths of lists that people put themselves on are open by nature';
  if (letters.test(segments.join('/')) && !/\/[:[{]/.test(path)) return 'forms by which strangers write are open by nature';
  if (measured.test(segments.join('/'))) return 'what pages tell about their visitors is open by nature';
  if (sentCodes.test(segments.join('/'))) return 'codes are for callers who are not signed in';
  if (lostIn.test(path.toLowerCase())) return 'whoever has lost a password is not signed in';
  if (followed.test(path.toLowerCase())) return 'links that are followed from elsewhere are open by nature';
  if (joined.test(segments.join('/')) && !/\/[:[{]/.test(path)) return 'pages by which people sign up are open by nature';
  if (stillFree.test(segments.join('/'))) return 'paths at which forms ask whether a name is free are open by nature';
  const shared = segments[0] && /^(og|shared?|embed)$/.test(segments[0]) ? segments[0] : undefined;
  return (open ?? shared) === undefined ? undefined : `“${open ?? shared}” paths are open by nature`;
}

const openDeed =
  /^(sign|log)_?(in|up|out)|^register|^verify_?(email|auth|code|otp|password|phone)|^(forg[eo]t|recover|reset|request)_?password|^resend_?(?:verif|confirm|otp|code|activation|magic|sign_?(?:in|up)|log_?in|e?mail|link|password)|^(un)?subscribe|^join_?waitlist|^complete_?(sign|auth|org)/i;

const openFolder = /(^|[/(])(auth|login|sign-?in|sign-?up|register|forg[eo]t-password|recover-password|reset-password|password)[/).]/i;

/** Names of functions that only fetch what the first page of a product shows: `getLandingPageStats`. */
const frontPage = /^(?:get|fetch|load|read|list)_?(?:[Ll]anding(?:_?[Pp]age)?|[Hh]ome_?[Pp]age)(?=[A-Z_]|$)/;

/** Why an action is meant for callers who are not known yet, by its name or by the page it belongs to. */
export function publicByName(name: string, file: string): string | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (frontPage.test(last)) return 'what the first page shows is for everybody';
  if (openDeed.test(last)) return `“${last}” is for callers who are not signed in`;
  return openFolder.test(file) && /actions?\.[jt]sx?$/.test(file) ? 'it belongs to a page for callers who are not signed in' : undefined;
}

/** Names of handlers by which people come in, whatever the path says: `POST /users` with `registerUser`. Things that are registered are none. */
const entrance =
  /^(?:(?:sign|log)_?(?:in|up)|register)(?:$|_?(?:new_?)?(?:user|account|customer|client|member)$)|^(?:forg[eo]t|recover|reset)_?password|^(?:re_?)?send_?(?:password_?)?(?:recovery|verification)(?:_?(?:e?mail|link|code))?$/i;

/** Why an endpoint is meant for callers who are not known yet, by the name of its handler; only what is sent lets somebody in. */
export function publicByHandler(name: string, method: string, path: string): string | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (
    method !== 'POST' ||
    !entrance.test(last) ||
    path
      .toLowerCase()
      .split('/')
      .some((segment) => privateSegments.test(segment))
  )
    return undefined;
  return `“${last}” is for callers who are not signed in`;
}

/** What names of functions that a server offers end in, which says nothing of what they do: `registerCustomerFn`. */
const ending = /(?:_?Server)?_?(?:Fn|Function|Func|Action|Handler|Mutation|Rpc)$/i;
/** What stands in front of their names where all of a server is offered in one place: `AuthRecoverPassword`. */
const part = /^(?:[Aa]uth|[Aa]ccount|[Pp]ublic)_?(?=[A-Z])/;
const exit = /^(?:sign|log)_?(?:out|off)$/i;

/** Why a function of a server is meant for callers who are not known yet, or who want to be forgotten, by its name. */
export function publicByFunction(name: string): string | undefined {
  const last = name
    .slice(name.lastIndexOf('.') + 1)
    .replace(ending, '')
    .replace(part, '');
  if (frontPage.test(last)) return 'what the first page shows is for everybody';
  return entrance.test(last) || exit.test(last) ? `“${last}” is for callers who are not signed in` : undefined;
}

/** Why a message of a socket is meant for callers who are not known yet: `login`, `user:register`, `authenticate`. */
export function publicByMessage(name: string): string | undefined {
  const last = name.split(/[\s:./]/).pop()!;
  return /^(re_?)?auth(enticate|orize)?$|^identify$/i.test(last)
    ? `“${last}” is for callers who are not signed in`
    : publicByName(last, '');
}
