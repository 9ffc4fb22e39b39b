import type { CheckContext, ProjectView } from '../../model/check';
import type { Route, ServerMade } from '../../model/facts';
import type { Location } from '../../model/finding';
import { addHealthEndpoint } from '../../fixes/addHealthEndpoint';
import { defineCheck } from '../../model/meta';

/** An address that tells whether the server is well; `/modules/health` is about something else. */
const health =
  /^\/?(?:(?:api|v\d+|_?internal|resources|system|public|rest|server)\/)*(?:_{0,2}(?:health|healthz|health-?checks?|heartbeat|ready|readyz|readiness|live|livez|liveness|ping|alive|up)(?:[-_/](?:check|live|liveness|ready|readiness|db|status))?|status|probe)\/?$/i;
/** Settings by which a host or a container asks a server whether it is well. */
const asked: readonly { files: RegExp; line: RegExp }[] = [
  { files: /(?:^|\/)(?:.*\.)?(?:Dockerfile|Containerfile)(?:[.-].*)?$/i, line: /^\s*HEALTHCHECK\s+(?!NONE\b)/i },
  {
    files: /(?:^|\/)fly\.toml$/,
    line: /^\s*\[\[?(?:services\.http_checks|http_service\.checks|services\.tcp_checks|checks\.?[\w-]*)\]\]?/,
  },
  { files: /(?:^|\/)render\.ya?ml$/, line: /^\s*healthCheckPath:\s*\S/ },
  { files: /(?:^|\/)railway\.(?:json|toml)$/, line: /healthcheckPath["']?\s*[:=]\s*["']\S/ },
  { files: /\.ya?ml$/, line: /^\s*-?\s*(?:livenessProbe|readinessProbe|liveness_check|readiness_check):/ },
];
const compose = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/;
const kept =
  /(?:^|\/)(?:(?:.*\.)?(?:Dockerfile|Containerfile)(?:[.-].*)?|fly\.toml|render\.ya?ml|railway\.(?:json|toml)|Procfile|app\.ya?ml)$/i;
/** Where else an address may be named that somebody asks, and how. */
const naming = /(?:^|\/)(?:package\.json|[^/]*\.(?:ya?ml|toml|conf|sh)|(?:.*\.)?(?:Dockerfile|Containerfile)[^/]*)$/i;
const named =
  /(?:(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::[^\s/"'`]+)?|(?:health_?check_?path|http_path)["']?\s*[:=]\s*["']?)(\/[\w/-]+)/gi;
/** Packages that answer for a server whether it is well; where they do it is told by their options. */
const answering = /terminus|health-?check|lightship|under-pressure/i;

/** Nobody can ask a server that stays up whether it still works. */
export default defineCheck({
  id: 'missing-health-endpoint',
  dimension: 'observability',
  title: 'No health endpoint',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: ['suggestion', 'scaffold'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    unanswered:
      '{{by}} asks {{path}} whether the server works, and n{{one}} answers there: the server counts as broken from its start, and is replaced again and again or never gets a request.',
    gap: 'N{{one}} tells whether the server works: a host cannot replace a process that hangs, and nobody is told when the product is down.',
  },
  passTitle: 'A health address exists',
  run(project, context) {
    const routes = project.routes.filter(({ entry }) => entry === 'http');
    if (routes.length === 0) return context.notApplicable('There are no endpoints.');
    const one = routes.length === 1 ? 'o endpoint' : `one of the ${routes.length} endpoints`;
    const dead = project.facts('healthProbe').find(({ path }) => isHealth(path) && !mayAnswer(project, path));
    if (!dead && passes(project, context)) return;
    const staying = routes.filter((route) => project.runsIn(route) === 'process');
    const either = routes.filter((route) => project.runsIn(route) === 'either');
    const first = busiest(staying.length > 0 ? staying : either);
    const made = first && serverOf(project, first);
    if (dead) {
      const fixes = first ? addHealthEndpoint(project, first, made, { asked: dead.path, isHealth: (path) => path === dead.path }) : [];
      return context.gap('unanswered', { by: dead.by, path: dead.path, one }, project.place(dead.file, dead.span), fixes);
    }
    if (staying.length + either.length === 0)
      return context.notApplicable('All endpoints run on a platform that starts them when they are asked for.');
    if (project.packages.some(({ dependencies }) => Object.keys(dependencies).some((name) => answering.test(name))))
      return context.unknown('A package for health checks is there, but not where it answers.');
    if (staying.length === 0 && !project.files.some((file) => kept.test(file)))
      return context.unknown('Nothing tells whether the application runs as a process that stays up.');
    const fixes = first ? addHealthEndpoint(project, first, made, { asked: askedFor(project), isHealth }) : [];
    context.gap('gap', { one }, made ? project.place(made.file, made.span) : first && project.place(first.file, first.head), fixes);
  },
});

/** Parts that may be left out do not count: `/status(/hooks)?`. */
function isHealth(path: string): boolean {
  const shortest = path.replace(/\([^()]*\)\?|\{[^{}]*\}/g, '');
  return health.test(shortest) && !/[:{[*]/.test(shortest);
}

const code = /\.(?:[cm]?[jt]sx?|vue|svelte|conf)$/;
const aside = /(?:^|\/)(?:tests?|__tests__|e2e|cypress|docs|k6|loadtests?)\/|\.(?:test|spec)\.\w+$/;

/** Is it possible that something answers at an address: an endpoint, a page, or what its name in the code may stand for? */
function mayAnswer(project: ProjectView, asked: string): boolean {
  const path = asked.replace(/(?<=.)\/$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1).replace(/[.-]/g, '\\$&');
  const isRead = ({ entry, method }: Route): boolean => entry === 'http' && /^(?:GET|HEAD|ALL|USE|\*)$/i.test(method);
  // What is mounted where nobody could tell is known by the end of its path.
  if (project.routes.some((route) => isRead(route) && (matches(route.path, path) || (route.path.length > 1 && path.endsWith(route.path)))))
    return true;
  if (project.facts('mount').some(({ prefix }) => prefix.replace(/\/$/, '') === path)) return true;
  if (project.packages.some(({ dependencies }) => Object.keys(dependencies).some((name) => answering.test(name) || /proxy/.test(name))))
    return true;
  const page = new RegExp(`(?:^|/)${last}(?:[./]|$)`);
  const said = new RegExp(`["'\`](?:[^"'\`\\s]*/)?${last}(?:[?/][^"'\`]*)?["'\`]|sendFile\\([^)]*index\\.html|location\\s[^{]*/${last}`);
  return project.files.some(
    (file) =>
      !aside.test(file) && (page.test(file) || project.answersMany(file) || (code.test(file) && said.test(project.read(file) ?? ''))),
  );
}

/** Does a route's path, with its parameters and wildcards, answer for an address? */
function matches(route: string, path: string): boolean {
  const parts = route.split('/').filter((part) => part !== '');
  const asked = path.split('/').filter((part) => part !== '');
  for (const [index, part] of parts.entries()) {
    if (part.includes('*') || /\.\.\.|[(+?]|\)$/.test(part)) return true;
    if (asked[index] === undefined || (!/[:[{$]/.test(part) && part.toLowerCase() !== asked[index]!.toLowerCase())) return false;
  }
  return parts.length === asked.length;
}

/** The address that settings, scripts or pipelines ask already, though nobody answers there. */
function askedFor(project: ProjectView): string | undefined {
  for (const file of project.files) {
    if (!naming.test(file)) continue;
    for (const [, path] of (project.read(file) ?? '').matchAll(named)) if (isHealth(path!)) return path;
  }
  return undefined;
}

/** The first route of the file that has most of them. */
function busiest(routes: readonly Route[]): Route | undefined {
  const counts = new Map<string, number>();
  for (const { file } of routes) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...routes].sort(
    (a, b) => counts.get(b.file)! - counts.get(a.file)! || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.head.start - b.head.start),
  )[0];
}

/** Where the server is made that a route belongs to: of several, the one in the same file, else the one that is nearest by its folders. */
function serverOf(project: ProjectView, { file, framework }: Route): ServerMade | undefined {
  const folders = (path: string): string[] => path.split('/').slice(0, -1);
  const home = folders(file);
  const distance = (other: string): number => {
    if (other === file) return -1;
    const theirs = folders(other);
    const parting = theirs.findIndex((folder, index) => folder !== home[index]);
    const shared = parting === -1 ? Math.min(theirs.length, home.length) : parting;
    return theirs.length + home.length - 2 * shared;
  };
  // What another one mounts has its middleware and prefix before it.
  const mounted = new Set(project.facts('mount').flatMap(({ mounts, alias }) => (alias ? [] : mounts)));
  const made = project.facts('serverMade').filter(({ library }) => library === framework);
  const outermost = made.filter(({ registrar }) => registrar === undefined || !mounted.has(registrar));
  return (outermost.length > 0 ? outermost : made).sort(
    (a, b) => distance(a.file) - distance(b.file) || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span.start - b.span.start),
  )[0];
}

/** Is there an address or a setting by which somebody asks? */
function passes(project: ProjectView, context: CheckContext): boolean {
  const answers = project.routes.find(
    ({ entry, method, path }) => entry === 'http' && /^(GET|HEAD|ALL|\*)$/i.test(method) && isHealth(path),
  );
  if (answers) {
    const at = project.place(answers.file, answers.head);
    context.pass(`${answers.method} ${answers.path}`, at ? [at] : []);
    return true;
  }
  const mounted = project.facts('mount').find(({ prefix }) => health.test(prefix));
  if (mounted) {
    const at = project.place(mounted.file, mounted.span);
    context.pass(mounted.prefix, at ? [at] : []);
    return true;
  }
  for (const file of project.files) {
    const at = settingIn(project, file);
    if (!at) continue;
    context.pass('The host or container asks the server whether it works.', [at]);
    return true;
  }
  return false;
}

function settingIn(project: ProjectView, file: string): Location | undefined {
  const kinds = asked.filter(({ files }) => files.test(file));
  if ((kinds.length === 0 && !compose.test(file)) || /(?:^|\/)[\w-]*examples?\//.test(file)) return undefined;
  const lines = (project.read(file) ?? '').split(/\r?\n/);
  const at = lines.findIndex(
    (line, index) => kinds.some((kind) => kind.line.test(line)) || (compose.test(file) && asksOwnService(lines, index)),
  );
  return at === -1 ? undefined : { file, line: at + 1, column: 1, endLine: at + 1, endColumn: lines[at]!.length + 1 };
}

/** `healthcheck:` of a service that is built here; databases beside it have checks of their own. */
function asksOwnService(lines: readonly string[], at: number): boolean {
  const indent = /^(\s+)healthcheck:\s*$/.exec(lines[at]!)?.[1];
  if (indent === undefined) return false;
  const isInside = (line: string): boolean => line.trim() === '' || line.startsWith(indent);
  let first = at;
  while (first > 0 && isInside(lines[first - 1]!)) first--;
  let last = at;
  while (last + 1 < lines.length && isInside(lines[last + 1]!)) last++;
  return lines.slice(first, last + 1).some((line) => line.startsWith(`${indent}build:`));
}
