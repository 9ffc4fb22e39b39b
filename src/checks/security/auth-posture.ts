import type { Route } from '../../model/facts';
import type { RelatedLocation } from '../../model/finding';
import type { PackagePosture } from '../../model/posture';
import { defineCheck } from '../../model/meta';

/** Fewer endpoints make no habit; shares between these are neither the one nor the other. */
const fewest = 6;
const rare = 0.1;
const usual = 0.7;
/** Where endpoints that let strangers in on purpose decide, this share of all has to be left without a reason. */
const unexplained = 0.1;
/** More would not be read. */
const listed = 100;

/** Whether callers are checked is decided anew for each endpoint, so that nobody can tell which ones were forgotten. */
export default defineCheck({
  id: 'auth-posture',
  dimension: 'security',
  title: 'Authentication without a pattern',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  cwe: [862, 306],
  owasp: ['ASVS 8.1.1', 'API5', 'A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'No consistent posture{{where}}: {{checked}} of {{total}} {{framework}} endpoints that reach data check who is calling, and for {{undecided}} of the others nothing like them says whether they should.',
  },
  passTitle: 'Endpoints are protected by a pattern',
  run(project, context) {
    const postures = project
      .postures()
      .map((posture) => ({ ...posture, total: posture.checked.length + posture.unchecked.length }))
      .filter(({ total }) => total > 0);
    if (postures.length === 0) return context.notApplicable('No endpoint reaches data.');
    const mixed = postures.flatMap((posture) => {
      const { checked, total } = posture;
      const undecided = readsAreOpen(posture) ? posture.undecided.filter((route) => !isRead(route)) : posture.undecided;
      if (total < fewest || undecided.length < 2 || checked.length / total <= rare) return [];
      const all = total + posture.lenient.length;
      const isMixed = checked.length / total < usual;
      // Some ask, some ask and heed no answer, and some do not ask.
      const isMixedWithLenient = checked.length / all < usual && undecided.length / all >= unexplained;
      return isMixed ? [{ ...posture, lenient: [], undecided }] : isMixedWithLenient ? [{ ...posture, total: all, undecided }] : [];
    });
    const many = postures.length > 1;
    const place = (route: Route, says: string): RelatedLocation[] => {
      const at = project.place(route.file, route.head);
      return at ? [{ ...at, message: `${route.method} ${route.path} ${says}` }] : [];
    };
    for (const { packageDir, framework, checked, unchecked, undecided, lenient, total } of mixed) {
      const table = [
        ...unchecked.flatMap((route) => place(route, 'checks nobody.')),
        ...lenient.flatMap((route) => place(route, 'lets strangers in as well.')),
        ...checked.flatMap((route) => place(route, 'checks its caller.')),
      ];
      const [first] = undecided.flatMap((route) => place(route, ''));
      const at = first && { file: first.file, line: first.line, column: first.column, endLine: first.endLine, endColumn: first.endColumn };
      context.gap(
        'gap',
        {
          where: many && packageDir !== '' ? ` in ${packageDir}` : '',
          checked: checked.length,
          total,
          framework,
          undecided: undecided.length,
        },
        at,
        [],
        table.slice(0, listed),
      );
    }
    if (mixed.length > 0) return;
    const checked = postures.reduce((sum, posture) => sum + posture.checked.length, 0);
    const total = postures.reduce((sum, posture) => sum + posture.total, 0);
    if (checked === 0) return context.notApplicable('No endpoint checks who is calling.');
    context.pass(`${checked} of ${total} endpoints that reach data check who is calling.`);
  },
});

function isRead({ method }: Route): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** That everybody may read and those who write are checked is a pattern too: a shop, a forum, a blog. */
function readsAreOpen({ checked, unchecked }: Pick<PackagePosture, 'checked' | 'unchecked'>): boolean {
  const writes = (routes: readonly Route[]): number => routes.filter((route) => !isRead(route)).length;
  return writes(checked) / (writes(checked) + writes(unchecked)) >= usual;
}
