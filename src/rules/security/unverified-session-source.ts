import { verifySession } from '../../fixes/verifySession';
import { defineRule } from '../../model/meta';

/** Takes somebody's word for who they are: a session that nobody verified, a token that is only decoded, a role that people write themselves. */
export default defineRule({
  id: 'unverified-session-source',
  dimension: 'security',
  title: 'Identity from an unverified source',
  severity: 'error',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [345, 287, 302, 565],
  owasp: ['ASVS 9.1.1', 'API2', 'A07'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    session:
      '{{name}} gives the session as the client sent it and verifies nothing: a made-up cookie makes anybody somebody else. Use {{instead}}.',
    token: '{{name}} reads a token without verifying its signature: a made-up token makes anybody somebody else. Use {{instead}}.',
    cookie: '{{name}} only looks whether a cookie is there: any made-up value passes. Use {{instead}}.',
    metadata: '{{name}} is written by people themselves: whoever changes their own account decides what they may do here.',
    flag: '{{name}} lets in whoever sends it, in a {{place}} that nobody has signed: it takes one line in the console of a browser to have any rights here.',
  },
  needs: ['sessionRead'],
  sessionRead(read, context) {
    if (context.fileRole(read.file) !== 'source') return;
    if (read.believed === 'unknown') return context.unknown(read, `what ${read.label} gives is handed on`);
    if (read.believed === 'absent') return context.notApplicable(read);
    // What a guard in front has found out may be handed on in a header.
    const routes = read.place === 'header' ? context.routesTo(read) : [];
    if (routes.length > 0 && routes.every(({ authentication }) => authentication.presence !== 'absent'))
      return context.unknown(read, 'what runs in front may have set the header');
    context.report(read, {
      message: read.from,
      ...(read.from === 'flag' ? { confidence: 'medium' as const } : {}),
      ...(read.harmless ? { severity: 'warning' as const, confidence: 'low' as const } : {}),
      data: { name: read.label, instead: read.instead ?? 'a library that verifies it', place: read.place ?? 'header' },
      fixes: read.from === 'session' ? [verifySession(read)] : [],
    });
  },
});
