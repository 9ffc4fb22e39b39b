import { defineRule } from '../../model/meta';

/** What only a server may know is part of what everybody downloads. */
export default defineRule({
  id: 'server-secret-in-client',
  dimension: 'security',
  title: 'Secret of the server in the browser',
  severity: 'error',
  confidence: 'high',
  fixKinds: [],
  cwe: [200, 522],
  owasp: ['ASVS 13.3.1', 'A02', 'A04'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    prefix: '{{name}} is written into what every visitor downloads, because its name begins with {{label}}.',
    server:
      '{{name}} is for a server, and its name begins with {{label}}: the first line of browser code that reads it gives it to every visitor.',
    option: 'The option {{label}} writes {{name}} into what every visitor downloads.',
    client: '{{name}} talks to its service from the browser ({{label}}), with a key that every visitor can read and use.',
    entry: '{{name}} is for a server, and tools write what begins with {{label}} into what every visitor downloads.',
  },
  needs: ['exposedSecret', 'environmentEntry'],
  exposedSecret(fact, context) {
    const { name, by, label, runsIn } = fact;
    const isServer = by === 'prefix' && runsIn === 'server';
    context.report(fact, {
      message: isServer ? 'server' : by,
      data: { name, label },
      ...(isServer ? { severity: 'warning' as const } : {}),
      ...(runsIn === 'browser' ? {} : { confidence: 'medium' as const }),
    });
  },
  environmentEntry(entry, context) {
    const { name, exposedBy, serverOnly, purpose } = entry;
    if (exposedBy === undefined || !serverOnly || purpose === 'test') return context.notApplicable(entry);
    context.report(entry, { message: 'entry', data: { name, label: exposedBy }, severity: 'warning' });
  },
});
