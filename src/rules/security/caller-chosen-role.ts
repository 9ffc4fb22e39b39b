import { backstageSegment } from '../../model/lexicon';
import { defineRule } from '../../model/meta';

/** Whoever signs up, or changes their own account, says themselves what they may do. */
export default defineRule({
  id: 'caller-chosen-role',
  dimension: 'security',
  title: 'Role that the caller chooses',
  severity: 'error',
  confidence: 'medium',
  fixKinds: [],
  cwe: [269, 915],
  owasp: ['ASVS 15.3.3', 'API3', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    made: '{{column}} of the new account is what the request says ({{label}}): whoever signs up and sends another value gives themselves the rights of an administrator.',
    own: '{{column}} is what the request says ({{label}}), and it is the account of whoever is calling: they give themselves the rights of an administrator.',
  },
  needs: ['chosenRole'],
  chosenRole(chosen, context) {
    if (context.fileRole(chosen.file) !== 'source') return;
    const routes = context.routesTo(chosen).filter(({ entry }) => entry !== 'job' && entry !== 'webhook');
    if (routes.length === 0) return;
    // Who may do more than others may say who else does.
    const free = routes.filter(({ level }) => level !== 'ROLE' && level !== 'SECRET');
    if (free.length === 0) return context.notApplicable(chosen);
    const known = free.filter(({ authentication }) => authentication.presence !== 'unknown');
    if (known.length === 0) return context.unknown(chosen, free[0]!.authentication.reason ?? 'who may call it is not known');
    // That strangers change accounts of others, or make them for others, is what rules about guards speak of.
    const open = known.some(
      ({ authentication, path }) => authentication.presence === 'absent' && !path.split(/[/.]/).some((part) => backstageSegment.test(part)),
    );
    if (!chosen.ofCaller && !chosen.makes) return context.notApplicable(chosen);
    if (!open && !chosen.ofCaller) return context.unknown(chosen, 'whether its callers may say so is not known');
    if (known.every(({ roles }) => (roles.validation?.presence ?? 'absent') !== 'absent'))
      return context.unknown(chosen, 'what runs in front may say which values are allowed');
    context.report(chosen, {
      message: chosen.ofCaller ? 'own' : 'made',
      data: { column: chosen.column, label: chosen.label },
    });
  },
});
