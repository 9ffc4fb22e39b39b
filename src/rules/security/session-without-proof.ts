import { defineRule } from '../../model/meta';

/** Lets whoever names an account in as its owner: nothing between finding it and giving the session asks for a proof. */
export default defineRule({
  id: 'session-without-proof',
  dimension: 'security',
  title: 'Session without proof',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [287, 306, 640],
  owasp: ['ASVS 6.3.3', 'API2', 'A07'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'Whoever names an account by its {{by}} is let in as its owner: nothing here compares a password, a code, a token or what an identity provider has signed.',
    leftOut:
      'Whoever leaves {{name}} out is let in by naming an account: {{library}} drops a condition that is undefined, and nothing here sees that it was not sent.',
  },
  needs: ['sessionIssue'],
  sessionIssue(issue, context) {
    if (context.fileRole(issue.file) !== 'source') return;
    const routes = context.routesTo(issue).filter(({ entry }) => entry !== 'job' && entry !== 'webhook');
    if (routes.length === 0) return context.unknown(issue, 'no endpoint leads to it in what was read');
    if (issue.proof === 'present') return context.evidence(issue, 'a proof is asked for');
    // Whoever is known already may be given another session, and administrators those of others.
    const open = routes.filter(({ authentication, deeds }) => authentication.presence !== 'present' && !deeds?.includes('checks-password'));
    if (open.length === 0) return context.evidence(issue, 'only callers who are known get there');
    if (issue.proof === 'unknown') return context.unknown(issue, 'something in between may look for a proof');
    if (open.every(({ authentication, publicIntent }) => authentication.presence === 'unknown' && publicIntent === undefined))
      return context.unknown(issue, open[0]!.authentication.reason ?? 'who may call it is not known');
    const { leftOut } = issue;
    if (leftOut && !open.some(({ roles }) => roles.validation?.presence === 'absent'))
      return context.unknown(issue, `what runs in front may ask for ${leftOut.name}`);
    context.report(issue, {
      message: leftOut ? 'leftOut' : 'gap',
      ...(leftOut ? { span: leftOut.span } : {}),
      ...(issue.claimed ? { severity: 'warning' as const } : {}),
      data: { by: issue.by, name: leftOut?.name ?? '', library: leftOut?.library ?? '' },
      related: [
        {
          file: issue.file,
          span: leftOut ? issue.span : issue.lookup,
          message: leftOut
            ? 'The session is given here.'
            : issue.claimed
              ? 'The account is named here.'
              : 'The account is looked for here.',
        },
      ],
    });
  },
});
