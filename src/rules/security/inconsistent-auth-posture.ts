import { addGuard } from '../../fixes/addGuard';
import type { RouteGuard } from '../../model/facts';
import { defineRule } from '../../model/meta';
import type { Posture } from '../../model/posture';

/** An endpoint that does not check its caller the way nearly all endpoints like it do. */
export default defineRule({
  id: 'inconsistent-auth-posture',
  dimension: 'security',
  title: 'Endpoint less protected than its siblings',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion'],
  cwe: [862, 863, 306],
  owasp: ['ASVS 8.1.1', 'ASVS 8.3.1', 'API5', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    authentication: '{{have}} of {{total}} {{peers}} {{check}}; {{method}} {{path}} does not.',
    owner:
      'To change one of many, {{have}} of {{total}} {{peers}} look at who is calling; {{method}} {{path}} does so for everybody who is logged in.',
    role: '{{have}} of {{total}} {{peers}} {{check}}; {{method}} {{path}} lets in everybody who is logged in.',
  },
  needs: ['linkedRoute'],
  supersedes: ['missing-auth-guard', 'admin-surface-unguarded', 'missing-rate-limit', 'inconsistent-endpoint-posture'],
  linkedRoute(route, context) {
    if (context.fileRole(route.file) !== 'source') return;
    const posture = context.posture(route);
    if (!posture) {
      if (route.sinks.length === 0 || route.publicIntent !== undefined) return context.notApplicable(route);
      if (route.authentication.presence === 'present') return context.evidence(route, route.authentication.reason);
      return context.notApplicable(route);
    }
    const { guard, score } = posture;
    if (score <= 0) return context.notApplicable(route);
    // A whole package is no more than a hint; other rules know administration by its paths.
    const isHint = score < 3 || posture.peers === 'package';
    context.report(route, {
      message: posture.lacks,
      span: route.head,
      data: {
        have: posture.have,
        total: posture.total,
        peers: posture.among,
        check: checkOf(posture),
        method: route.method,
        path: route.path,
      },
      severity: isHint ? 'info' : score >= 5 ? 'error' : 'warning',
      confidence: isHint ? 'low' : 'medium',
      related: [
        ...posture.nearest.map((sibling) => ({
          file: sibling.file,
          span: sibling.head,
          message: `${sibling.method} ${sibling.path} does.`,
        })),
        ...(guard && guard.place !== 'platform'
          ? [{ file: guard.file, span: guard.span, message: `${guard.name} checks the caller here.` }]
          : []),
      ],
      fixes:
        posture.lacks === 'owner'
          ? []
          : [
              addGuard(route, {
                examples: posture.examples,
                ...(posture.lacks === 'role' ? { level: 'ROLE' } : {}),
                ...(guard ? { name: guard.name } : {}),
              }),
            ],
    });
  },
});

/** How an endpoint comes to a guard, for one and for several. */
const verbs: Partial<Record<RouteGuard['place'], [string, string]>> = {
  router: ['goes through', 'go through'],
  app: ['goes through', 'go through'],
  upstream: ['goes through', 'go through'],
  platform: ['goes through', 'go through'],
};

/** What most of them do. A guard is named when all that have one have this one. */
function checkOf({ lacks, have, guard }: Posture): string {
  const s = have === 1 ? 's' : '';
  if (guard?.uses === have) return `${verbs[guard.place]?.[have === 1 ? 0 : 1] ?? `call${s}`} ${guard.name}`;
  return lacks === 'role' ? `require${s} a role` : `check${s} who is calling`;
}
