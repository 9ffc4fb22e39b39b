/** Segments of paths and names that stand for administration. */
export const adminSegment = /^(admin|superadmin|super-admin|internal|backoffice|back-office|impersonate)$/i;

/** Segments of what was made for development or a single run. */
export const debugSegment = /^(debug|seed|migrate|test-[\w-]+)$/i;

/** Segments of either kind that no endpoint for users has. */
export const backstageSegment = /^(admin|superadmin|super-admin|internal|backoffice|back-office|debug|seed|migrate|impersonate)$/i;

/** Segments of what callers use before anybody can know them, even in an administration. */
export const loginSegment = /^(login|signin|sign-in|auth|logout|forgot-password|reset-password|docs?)$/i;

/** Words that name what belongs to somebody. */
export const privateWord = /user|customer|client|patient|member|employee|staff|account|profile|order|invoice|payment|subscription|billing|transaction|wallet|payout|message|conversation|chat|inbox|email|contact|address|document|file|upload|report|lead|booking|appointment|ticket|notification|session|token|secret|credential|password|key|audit|log|setting|permission|role|tenant|workspace|organi[sz]ation|team|invite|health|medical|salary|payroll|analytics|stat/i;

/** Segments of addresses that other services send their events to. */
export const receivingSegment = /^(?:[\w-]+[-_])?(?:webhooks?|ipn)(?:[-_][\w-]+)?$|^\w+Webhook$/;

/** Segments at which people have events of the application's own sent, or set up where to. */
export const sendingSegment = /^(?:trigger|send|dispatch|deliver|test|retry|resend|replay|register|create|update|delete|add|remove|setup|set|configure|fix|manage|list|sync)[-_]|[-_](?:config|settings|test|setup|sender|logs?|deliver(?:y|ies))$/i;
