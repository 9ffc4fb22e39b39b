import type { CorsPolicy, Route } from '../../model/facts';
import type { RelatedLocation } from '../../model/finding';
import { defineCheck } from '../../model/meta';

/** More would not be read. */
const listed = 100;
/** Share of the endpoints from which on it is the whole project that is open. */
const most = 0.5;

/** Files of platforms that add headers, and how they say that every site may read. */
const platforms: readonly [file: RegExp, says: RegExp][] = [
  [/(^|\/)vercel\.json$/, /"key"\s*:\s*"access-control-allow-origin"\s*,\s*"value"\s*:\s*"\*"/i],
  [/(^|\/)_headers$|(^|\/)netlify\.toml$/, /access-control-allow-origin\s*[:=]\s*"?\*/i],
];

/** Pages of all sites may read what the server answers to anybody: said once, however many endpoints do so. */
export default defineCheck({
  id: 'cross-origin-access',
  dimension: 'security',
  title: 'Every site may read answers',
  severity: 'info',
  // Where each caller shows a token it is as often meant as copied, and nothing in the code tells which.
  confidence: 'low',
  fixKinds: [],
  cwe: [942],
  owasp: ['ASVS 3.4.2', 'A02'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    gap: 'Pages of every site may read answers of this project ({{count}} {{places}}). Cookies do not go with them: for a public API, and where each caller shows a token of its own, that is meant; otherwise list the sites that are yours.',
  },
  passTitle: 'Only listed sites may read answers',
  run(project, context) {
    const policies = project.facts('cors');
    const proofs = new Set(project.facts('callerProof').map(({ by }) => by));
    // Where no cookie says who calls, it makes no difference that cookies go along.
    const byHeader = proofs.has('header') && !proofs.has('cookie');
    const lax = policies.filter((policy) => isOpen(policy, byHeader));
    const open: RelatedLocation[] = lax.flatMap((policy) => {
      const at = project.place(policy.file, policy.decides ?? policy.span);
      return at ? [{ ...at, message: `${policy.label} lets every site in.` }] : [];
    });
    const ofPlatform = platforms.flatMap(([name, says]) =>
      project.files.filter((file) => name.test(file)).flatMap((file) => inText(file, project.read(file) ?? '', says)),
    );
    open.push(...ofPlatform);
    if (open.length === 0) {
      if (policies.length === 0)
        return context.notApplicable('No site but its own may read answers: that is what a browser does by itself.');
      if (policies.every(({ admits }) => admits === 'unknown')) return context.unknown('Which sites may read answers could not be read.');
      return context.pass('Only listed sites may read answers.');
    }
    const routes = project.routes.filter(({ entry }) => entry === 'http');
    const texts = new Map<string, string>();
    const read = (file: string): string => {
      const text = texts.get(file) ?? project.read(file) ?? '';
      texts.set(file, text);
      return text;
    };
    // What goes along only where somebody asks for it was chosen for each answer, whichever they are.
    const standing = lax.filter(({ asked }) => !asked);
    const reached = routes.filter((route) => standing.some((policy) => isFor(policy, route, routes, read)));
    // A few chosen addresses, for fonts, a tracker or other people's clients, are a decision; all of them are what was copied from somewhere.
    if (ofPlatform.length === 0 && (reached.length < routes.length * most || standing.length === 0))
      return context.unknown(
        `Every site may read ${standing.length === 0 ? 'some answers' : `answers of ${reached.length} of ${routes.length} endpoints`}; whether that is meant is not said.`,
      );
    // A page of another site has none of the tokens that callers show.
    const forAnybody = reached.filter(({ authentication }) => authentication.presence === 'absent');
    if (byHeader && forAnybody.length < reached.length * most)
      return context.notApplicable('Callers show tokens of their own, which pages of other sites do not have.');
    open.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
    const { message: _, ...first } = open[0]!;
    context.gap('gap', { count: open.length, places: open.length === 1 ? 'place' : 'places' }, first, [], open.slice(0, listed));
  },
});

/** With cookies it is worse, and permissive-cors says so at the place itself. A star and cookies together let nobody in. */
function isOpen({ admits, cookies }: CorsPolicy, byHeader: boolean): boolean {
  return admits === 'all' || ((admits === 'asking' || admits === 'loose') && (cookies === 'absent' || (byHeader && cookies === 'present')));
}

/**
 * A header is for the endpoints of its file, and one in a file without any for those that import it. Middleware is for those it
 * runs for; what an application is told (`app.enableCors`) is for all.
 */
function isFor(
  { library, label, file, span }: CorsPolicy,
  route: Route,
  routes: readonly Route[],
  read: (file: string) => string,
): boolean {
  const isIn = (each: Route): boolean => each.file === file || each.handler?.file === file;
  if (library === '')
    return (
      isIn(route) ||
      (!routes.some(isIn) &&
        read(route.handler?.file ?? route.file).includes(`/${file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '')}`))
    );
  const runsFor = ({ guards }: Route): boolean =>
    guards.some((guard) => guard.kind === 'cors' && guard.file === file && guard.span.start <= span.end && span.start <= guard.span.end);
  return runsFor(route) || (label.includes('.') && !routes.some(runsFor));
}

function inText(file: string, text: string, says: RegExp): RelatedLocation[] {
  const found = says.exec(text);
  if (!found) return [];
  const before = text.slice(0, found.index).split('\n');
  const line = before.length;
  const column = before[line - 1]!.length + 1;
  const length = found[0].split('\n')[0]!.trimEnd().length;
  return [{ file, line, column, endLine: line, endColumn: column + length, message: 'Every answer gets this header.' }];
}
