/** Segments of paths and names that stand for administration. */
export const adminSegment = /^(admin|superadmin|super-admin|internal|backoffice|back-office|impersonate)$/i;

/** Segments of what was made for development or a single run. */
export const debugSegment = /^(debug|seed|migrate|test-[\w-]+)$/i;

/** Segments of either kind that no endpoint for users has. */
export const backstageSegment = /^(admin|superadmin|super-admin|internal|backoffice|back-office|debug|seed|migrate|impersonate)$/i;

/** Segments of what callers use before anybody can know them, even in an administration. */
export const loginSegment =
  /^(login|signin|sign-in|auth|logout|callback|forg[eo]t-password|recover-password|reset-password|password-reset|docs?)$/i;

/** Words that name what belongs to somebody. */
export const privateWord =
  /user|customer|client|patient|member|employee|staff|account|profile|order|invoice|payment|subscription|billing|transaction|wallet|payout|message|conversation|chat|inbox|email|contact|address|document|file|upload|report|lead(?!er|ing)|booking|appointment|ticket|notification|session|token|secret|credential|password|key|audit|(?<!cata|b)log(?!in|out|ic)|setting|permission|role|tenant|workspace|organi[sz]ation|team|invite|health|medical|salary|payroll|analytics|stat(?=s?(?![a-z])|istic)/i;

/** Those of them that are as often about things that everybody may see: numbers of a game, its teams. */
export const maybePrivateWord = /report|team|analytics|stat(?=s?(?![a-z])|istic)/gi;

/** Last segments of paths at which callers reach what is their own, whoever they are. */
export const ownSegment =
  /^(me|my|mine|self|own|profile|my-?profile|account|my-?account|settings|preferences|password|(?:change|update)-?password|avatar)$/i;

/** Segments of what is shown to whoever might buy or read it. */
const catalogueSegment =
  /^((?:subscription|membership|pricing)-?plans?|plans?|pricing|prices?|tiers?|packages?|products?|categor(y|ies)|catalog(ue)?s?|menus?|faqs?|posts?|articles?|blogs?|features?|countries|currencies|languages|locales|cities|regions|tags|brands|banners|testimonials)$/i;

/** Tables of what is shown to whoever might buy or read it, and of what an application tells everybody. */
const catalogueTable =
  /(?:^|_|(?<=[a-z]))(plans?|pricing|prices|tiers|products?|categor(y|ies)|faqs?|countries|currencies|languages|testimonials|announcements?|system_?messages?|changelogs?|translations?|Plans?|Pricing|Prices|Tiers|Products?|Categor(y|ies)|Faqs?|Countries|Currencies|Languages|Testimonials|Announcements?|SystemMessages?|Changelogs?|Translations?)$|^systemMessages?$/;

/** Is a table one of what is shown to whoever might buy or read it? `userPlans` holds the plans for users. */
export function isCatalogueTable(name: string): boolean {
  return catalogueTable.test(name);
}

/** Is it what an application tells everybody that is read, below a path that is no administration: `/message/admin` with announcements? */
export function tellsEverybody(path: string, tables: readonly (string | undefined)[]): boolean {
  return tables.length > 0 && tables.every((table) => isCatalogueTable(table ?? '')) && !backstageSegment.test(resourceOf(path));
}

/** Tables in which an application notes what it did. What people log about themselves, as food or hours, is theirs. */
const logTable =
  /^(?:(?:audit|activity|access|event|request|error|system|api|security|admin|action)_?)?(?:logs?|Logs?)$|^logs?(?:_?(?:events?|entr(?:y|ies)|eventos|entradas)|(?=[A-Z])(?:Events?|Entr(?:y|ies)|Eventos|Entradas))$|^audit_?(?:trails?|events?|entr(?:y|ies)|[A-Z](?:rails?|vents?|ntr(?:y|ies)))$/;

/** Is a table one of those in which an application notes what it did? */
export function isLogTable(name: string): boolean {
  return logTable.test(name);
}

/** Tables in which an application counts who looked at what and what was searched for, and keeps what it has worked out. */
const visitTable =
  /(?:^|_)(?:page|site)?(?:views?|visits?|visitors?|hits?|impressions?|clicks?|downloads?)$|(?:^|_)(?:search|view|watch|browsing|reading|visit|listening)_?(?:quer(?:y|ies)|histor(?:y|ies)|logs?|terms?|events?|stats?|keywords?)$|(?:^|_)searches$|(?:^|_)recent_?(?:searches|views)$|(?:^|_)caches?$|(?:^|_)cached?_/i;

/** Is a table one of those that nobody writes to on purpose: `page_views`, `SearchQuery`, `LinkClick`, `weather_cache`? */
export function isVisitTable(name: string): boolean {
  return visitTable.test(name.replace(/([a-z\d])([A-Z])/g, '$1_$2'));
}

/** Tables whose rows can be had again, that an application keeps for itself, or that have one row. */
const spareTable =
  /(?:^|_)(?:caches?|cached|temp|tmp|temporary|staging|scratch|buffers?|locks?|queues?|jobs?|imports?|snapshots?|settings?|configs?|configurations?|preferences?|options?|counters?|meta|metadata|status|state|demo|samples?|mocks?|tests?|embeddings?|index(?:es)?|chunks?|sequences?|migrations?)(?:$|_)/i;

/** Is a table one that may be emptied, or changed as a whole, for everybody: `price_cache`, `SiteSettings`, `page_views`? */
export function isSpareTable(name: string): boolean {
  return spareTable.test(name.replace(/([a-z\d])([A-Z])/g, '$1_$2')) || isLogTable(name) || isVisitTable(name);
}

/** What people publish under their name. */
const publications =
  /\/(?:users?|members?|profiles?|authors?)\/(?:[:*][^/]*|\[[^\]]*\]|\{[^}]*\})(?=\/(?:posts?|topics?|threads?|comments?|replies|ratings?|reviews?|articles?|followers?|following|badges?|achievements?)$)/i;

/** A path without the author of what is published: `/users/:id/reviews` is about reviews. */
export function aboutWhat(path: string): string {
  return path.replace(publications, '');
}

/** What a path is about in the first place: `games` of `/api/v1/games/:id/stats`. */
export function resourceOf(path: string): string {
  return path.split('/').find((segment) => segment !== '' && !/^(?:api|rest|v\d+|[:[{*(].*)$/i.test(segment)) ?? '';
}

/** Is a path about what is shown to whoever might buy or read it? `/subscriptions/plans/:id` is about plans. */
export function isCatalogue(path: string): boolean {
  // `/plans/name/:name` finds one of the plans.
  const segments = path
    .replace(/\/(?:by-)?(?:id|name|slug|code|sku)(?=\/[:[{])/g, '')
    .split(/[/.]/)
    .filter((segment) => segment !== '' && !/^[:[{*(]/.test(segment));
  return catalogueSegment.test(segments.at(-1) ?? '') && !segments.some((segment) => backstageSegment.test(segment));
}

/** Names of settings that say where a database is. */
export const databaseSetting = /(DATABASE|POSTGRES|PG|MYSQL|MONGO\w*|REDIS|DB)_(URL|URI|HOST|DSN)$/;

/** Segments of figures that are there to be seen by everybody: what a market, a league or a game adds up. */
const figuresSegment =
  /^(market|market-?(data|prices?|activity|scanners?|summary|overview|stats|caps?|movers)|scanners?|tickers?|standings|score-?boards?|leader-?boards?|rankings?|trending|odds|order-?book|price-?history)$/i;

/** Is a path about figures that everybody may see, and about nothing that belongs to somebody: `/market/scanners`, but not `/market/orders`? */
export function isPublicFigures(path: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '' && !/^[:[{*(]/.test(segment));
  const others = segments.filter((segment) => !figuresSegment.test(segment));
  return others.length < segments.length && !others.some((segment) => privateWord.test(segment) || backstageSegment.test(segment));
}

/** Segments of addresses that other services send their events to. */
export const receivingSegment =
  /^(?:[\w-]+[-_])?(?:webhooks?|ipn)(?:[-_][\w-]+)?$|^\w+Webhook$|^(?:status|delivery|voice|call|sms|message|payment)[-_]?(?:callback|postback)s?$/i;

/** Segments at which people have events of the application's own sent, or set up where to. */
export const sendingSegment =
  /^(?:trigger|send|dispatch|deliver|test|retry|resend|replay|register|create|update|delete|add|remove|setup|set|configure|fix|manage|list|sync)[-_]|[-_](?:config|settings|test|setup|sender|logs?|deliver(?:y|ies))$/i;

/** Names of what limits how often somebody may do something. */
export const limiterName =
  /rate_?-?limit|limiter\b|limiter[A-Z_(]|throttl|slow_?down|too_?many_?(requests|attempts|tries)|brute|cool_?down|lock_?out|captcha|turnstile|bot_?id\b|flood|(check|enforce|consume|assert|verify|exceed|within|over|reach|apply|require|has|can)\w*(limit|quota|usage|attempts)/i;

/** Segments of what lets people in, or helps them to: whoever calls it without end gets in or does harm. */
export const entranceSegment =
  /^([Ll]og[-_]?[Ii]n|[Ss]ign[-_]?([Ii]n|[Uu]p)|[Aa]uthenticate)(?![a-z])|(^|[-_])([Oo]tp|OTP|totp|2fa|mfa|pin)([-_]|$)|(Otp|Pin)(?![a-z])|([Ff]orgot|[Ff]orget|[Rr]eset|[Rr]ecover|[Cc]hange)[-_]?[Pp]assword|[Pp]assword[-_]?([Rr]eset|[Ff]orgot|[Rr]ecovery)|[Mm]agic[-_]?[Ll]ink/;

/** Segments that speak of letting people in, or of something else. */
export const maybeEntranceSegment =
  /^([Rr]egister|[Rr]egistration|[Vv]erify|[Vv]erification|[Cc]onfirm|[Ii]nvite|[Ii]nvitation|[Rr]esend)(?![a-z])|([Vv]erify|[Cc]onfirm|[Ss]end|[Aa]ccept)[-_]?([Ee]mail|[Cc]ode|[Pp]hone|[Tt]oken|[Aa]ccount|[Vv]erification|[Ii]nvit)|^(auth|password|token)$/;

/** Segments of open addresses that strangers do no harm with by calling them often. */
export const harmlessSegment =
  /log-?out|sign-?out|callback|oauth|saml|sso|webhook|^hooks?$|^cron|health|^ping$|ready|^live$|csrf|unsubscribe|refresh|session|status|^token$|well-known|metrics|sitemap|robots|manifest|^heartbeat$|^(track|tracking|pixel|collect|event|events|log|logs|view|views|beacon)$/i;

/** Segments of forms that strangers send. */
export const formSegment =
  /contact|newsletter|subscri(be|ption)|wait-?_?list|feedback|leads?$|enquir|inquir|comment|rsvp|apply|application|submi|survey|sign-?_?up|register|review|guest-?_?book|report|request-?_?(demo|quote|access)|message/i;

const sureMoney =
  /^(price|prices|salary|salaries|wage|wages|fee|fees|subtotal|sub total|revenue|payout|refund|balance|rent|deposit|invoice|mrr|arr|gmv)$|(^| )(price|fee|salary|wage|subtotal|revenue|payout|balance|earnings|commission|rent)$|(^| )(paid|due|owed|tax|discount|refund|shipping|order|invoice|payment|net|gross|grand|cart|line|fee|transaction|withdrawal|deposit|charge|loan|bid|tip) (amount|total|cost)$|(^| )total amount$|(^| )amount (paid|due|owed|refunded|charged|total)$|(^| )(shipping|delivery|unit|purchase|material|labor|labour) cost$/;
const likelyMoney =
  /(^| )(amount|total|cost|costs|budget|expense|expenses|income|profit|tax|payment|charge|debt|deposit|refund|tip|credit limit)$/;
const notMoney =
  /(^| )(cents?|minor|micros?|millis?|percent|percentage|pct|rate|ratio|factor|multiplier|score|count|quantity|qty|weight|index|points?|tokens?|hours?|days?|minutes?|seconds?|users?|items?|distance|rating|change|delta|avg|average|mean|predicted|forecast|estimated?|trend|volatility|elasticity|sensitivity|weeks?|months?)( |$)/;
const moneyTable =
  /order|invoice|payment|cart|transaction|bill|checkout|refund|payout|expense|product|price|plan|subscription|quote|booking|reservation|wallet|account|ledger|loan|donation|purchase|sale|deal|budget|payroll|salary|listing|property|contract|tax|credit|coupon|commission|estimate|service|job|lease|rent/i;

/** How surely a name is that of an amount of money in whole units of its currency; undefined where it is not. */
export function moneyName(name: string, table: string | undefined, beside: readonly string[]): 'high' | 'medium' | 'low' | undefined {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  if (notMoney.test(words)) return undefined;
  const isSure = sureMoney.test(words);
  if (!isSure && !likelyMoney.test(words)) return undefined;
  const hasCurrency = beside.some((other) => /currency/i.test(other));
  if (isSure) return 'high';
  return hasCurrency || moneyTable.test(table ?? '') ? 'medium' : 'low';
}
