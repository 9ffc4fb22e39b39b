import { ts } from 'ts-morph';
import type { HandlerRef } from '../model/facts';
import type { FileAnalysis } from './analysis';

const marker = /(?:gap:\s*public|production-gap:\s*public)\s*(?:[—–:-]+\s*(.+?))?\s*(?:\*\/)?$/im;
const sentence = /\b(public (endpoint|route|api|access)|no auth(entication)? (is )?(required|needed)|anyone can|unauthenticated (access|users?) (is |are )?allowed|accessible without (auth|login|logging in)|guest (access|checkout|users?))\b/i;

/** A comment in front of a registration or handler that declares it open, with its reason. */
export function publicMarker(analysis: FileAnalysis, node: ts.Node, handler?: HandlerRef): string | undefined {
  const text = analysis.source.text;
  let statement: ts.Node = node;
  while (statement.parent && !ts.isBlock(statement.parent) && !ts.isSourceFile(statement.parent) && !ts.isModuleBlock(statement.parent)) statement = statement.parent;
  const starts = [statement.getFullStart()];
  if (handler?.fn && handler.fn.file === analysis.file) {
    const fn = analysis.outline.byId.get(handler.fn.id)?.node;
    const body = fn?.body && ts.isBlock(fn.body) ? fn.body.statements[0] : undefined;
    if (body) starts.push(body.getFullStart());
    if (fn && fn !== node) starts.push(fn.getFullStart());
  }
  for (const start of starts) {
    for (const range of ts.getLeadingCommentRanges(text, start) ?? []) {
      const comment = text.slice(range.pos, range.end);
      const declared = marker.exec(comment);
      if (declared) return declared[1]?.trim() || 'declared public';
      const said = sentence.exec(comment);
      if (said) return `comment: ${said[0]}`;
    }
  }
  return undefined;
}

const openSegments = new Set([
  'login', 'signin', 'sign-in', 'signup', 'sign-up', 'register', 'registration', 'logout', 'signout', 'sign-out', 'auth', 'callback', 'oauth', 'oauth2', 'sso', 'saml', 'forgot', 'forgot-password',
  'reset', 'reset-password', 'verify', 'verify-email', 'verification', 'confirm', 'health', 'healthz', 'healthcheck', 'health-check', 'ready', 'readyz', 'live', 'livez', 'ping', 'status', 'version', 'og', 'sitemap',
  'robots', 'rss', 'feed', 'manifest', 'csrf', 'public', 'contact', 'newsletter', 'subscribe', 'waitlist', 'unsubscribe', 'webhook', 'webhooks', 'hooks', 'cron', 'track', 'pixel', 'metrics', 'docs', 'swagger', 'openapi', 'favicon.ico', 'well-known', '.well-known', 'session', 'sessions', 'token', 'refresh', 'refresh-token', 'magic-link', 'otp',
]);
const privateSegments = /^(admin|superadmin|super-admin|internal|backoffice|back-office|debug|seed|migrate|impersonate)$/;

/** Why a path is meant to be open, judged by its segments; undefined when nothing says so. */
export function publicByPath(path: string): string | undefined {
  const segments = path.toLowerCase().split(/[/.]/).map((segment) => segment.replace(/^\$|[[\](){}:*?]/g, '').replace(/\.(ts|js|xml|txt|json)$/, '')).filter(Boolean);
  if (segments.some((segment) => privateSegments.test(segment))) return undefined;
  const open = segments.find((segment) => openSegments.has(segment) || /^(send-?|request-?)?(reset|verify|verification|forgot|confirm|magic|otp)([-_](email|password|otp|code|link))?$/.test(segment) || /webhook/.test(segment));
  return open === undefined ? undefined : `“${open}” paths are open by nature`;
}
