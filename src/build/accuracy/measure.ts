import type { Knowledge } from './collect';
import { table } from './report';

/** How many of how many, and how many of these nobody could tell. */
export interface Count {
  part: number;
  whole: number;
  unknown?: number;
}

/** A question to an application. `whole` 0 means that it does not arise there. */
interface Question {
  id: string;
  title: string;
  /** Counts things in an application, or answers for the whole application: 1 of 1 is yes. */
  count(application: Knowledge): Count;
}

const server = <T extends { fileRole: string }>(facts: readonly T[]): T[] => facts.filter(({ fileRole }) => fileRole === 'source');
const files = (facts: readonly { file: string }[]): Set<string> => new Set(facts.map(({ file }) => file));
const yes = (answer: boolean, arises = true): Count => ({ part: answer && arises ? 1 : 0, whole: arises ? 1 : 0 });

function count<T>(all: readonly T[], isPart: (one: T) => boolean, isUnknown: (one: T) => boolean = () => false): Count {
  return { part: all.filter(isPart).length, whole: all.length, unknown: all.filter(isUnknown).length };
}

/** Files of some framework's endpoints. */
const routeFiles = ({ routes }: Knowledge, framework?: string): Set<string> =>
  files(routes.filter((route) => framework === undefined || route.framework === framework));

/** Of the files with endpoints, those with a caught error in an answer that says that the server failed. */
function leaking(application: Knowledge, framework: string): Count {
  const leaks = files(
    server(application.of('errorLeak')).filter(({ narrowed, status }) => !narrowed && (status === undefined || status >= 500)),
  );
  return count([...routeFiles(application, framework)], (file) => leaks.has(file));
}

const guarded = (authentication: string): boolean => authentication === 'present' || authentication === 'delegated';

/** The questions of the field study, in its order. */
export const questions: readonly Question[] = [
  {
    id: 'async-handlers',
    title: 'Asynchronous Express handlers with something that may fail outside a try',
    count: (application) =>
      count(
        server(application.of('asyncCallback')).filter(({ role, framework }) => role === 'route' && framework === 'express'),
        ({ unprotected }) => unprotected.length > 0,
      ),
  },
  {
    id: 'leaks-edge',
    title: 'Files of Supabase edge functions that answer a failure with the error’s own text',
    count: (application) => leaking(application, 'supabase-edge'),
  },
  {
    id: 'leaks-next',
    title: 'Files of Next.js endpoints that answer a failure with the error’s own text',
    count: (application) => leaking(application, 'next'),
  },
  {
    id: 'unchecked-results',
    title: 'Supabase results of a server whose error nobody looks at',
    count: (application) =>
      count(
        server(application.of('resultUse')).filter(({ library, client }) => library === 'supabase' && !client),
        ({ error }) => error === 'omitted' || error === 'ignored' || error === 'unread',
        ({ error }) => error === 'unknown' || error === 'passed-on',
      ),
  },
  {
    id: 'validated-bodies',
    title: 'Files of Next.js endpoints that check the body they read',
    count: (application) => {
      const bodies = server(application.of('requestInput')).filter(
        ({ source, file }) => source === 'body' && routeFiles(application, 'next').has(file),
      );
      const checked = files(bodies.filter(({ validated }) => validated.presence === 'present'));
      const unclear = files(bodies.filter(({ validated }) => validated.presence === 'unknown'));
      return count(
        [...files(bodies)],
        (file) => checked.has(file),
        (file) => !checked.has(file) && unclear.has(file),
      );
    },
  },
  {
    id: 'fetch-unbounded',
    title: 'Calls of fetch by a server without a timeout',
    count: (application) =>
      count(
        fetches(application),
        ({ timeout }) => timeout.presence === 'absent',
        ({ timeout }) => timeout.presence === 'unknown',
      ),
  },
  {
    id: 'fetch-unchecked',
    title: 'Calls of fetch by a server whose status nobody looks at',
    count: (application) =>
      count(
        fetches(application),
        ({ checked }) => checked === 'absent',
        ({ checked }) => checked === 'unknown',
      ),
  },
  {
    id: 'unbounded-lists',
    title: 'Files of endpoints that list rows with Prisma, without a limit in one of the lists',
    count: (application) => {
      const lists = server(application.of('dataAccess')).filter(
        ({ library, many, operation, file }) => library === 'prisma' && many && operation === 'read' && routeFiles(application).has(file),
      );
      const open = files(lists.filter(({ bounded }) => bounded === 'absent'));
      return count([...files(lists)], (file) => open.has(file));
    },
  },
  {
    id: 'endpoints-guarded',
    title: 'Endpoints that know their caller',
    count: ({ routes }) =>
      count(
        routes,
        ({ authentication }) => authentication === 'present',
        ({ authentication }) => authentication === 'unknown',
      ),
  },
  {
    id: 'endpoints-delegated',
    title: 'Endpoints that leave that to row level security',
    count: ({ routes }) => count(routes, ({ authentication }) => authentication === 'delegated'),
  },
  {
    id: 'endpoints-open',
    title: 'Endpoints that reach something private without either',
    count: ({ routes }) => count(routes, ({ authentication, sinks }) => authentication === 'absent' && sinks.length > 0),
  },
  {
    id: 'mixed-posture',
    title: 'Applications in which between 10 % and 95 % of the endpoints are guarded',
    count: ({ routes }) => {
      const share = routes.filter(({ authentication }) => guarded(authentication)).length / routes.length;
      return yes(share >= 0.1 && share <= 0.95, routes.length > 0);
    },
  },
  {
    id: 'tables-without-rls',
    title: 'Tables of Supabase projects without row level security',
    count: (application) =>
      count(
        application.of('table').filter(({ exposure }) => exposure.presence !== 'absent'),
        ({ rls }) => rls === 'absent',
        ({ rls }) => rls === 'unknown',
      ),
  },
  {
    id: 'open-write-policies',
    title: 'Policies for writing that let everybody write every row',
    count: (application) =>
      count(
        application
          .of('policy')
          .filter(
            ({ command, permissive, roles }) => command !== 'select' && permissive && !roles.every((role) => role === 'service_role'),
          ),
        ({ using, check }) => using?.width === 'everything' || check?.width === 'everything',
      ),
  },
  {
    id: 'console',
    title: 'Lines that a server logs through the console',
    count: (application) => count(server(application.of('logCall')), ({ by }) => by === 'console'),
  },
  {
    id: 'loggers',
    title: 'Applications whose server has a logger or a tracker of errors',
    count: (application) =>
      yes(
        server(application.of('logCall')).some(({ by }) => by === 'logger' || by === 'tracker'),
        application.routes.length > 0,
      ),
  },
  {
    id: 'personal-logs',
    title: 'Lines that a server logs with something personal or secret by its name',
    count: (application) => count(server(application.of('logCall')), ({ sensitive }) => sensitive.length > 0),
  },
  { id: 'pipelines', title: 'Applications with a pipeline', count: (application) => yes(application.of('pipeline').length > 0) },
  {
    id: 'images',
    title: 'Applications with an image of their own',
    count: (application) => yes(application.of('containerImage').length > 0),
  },
  {
    id: 'builds-unchecked',
    title: 'Applications with Next.js whose build ignores errors of types or of the linter',
    count: (application) =>
      yes(
        application.of('disabledCheck').some(({ label }) => /ignoreBuildErrors|ignoreDuringBuilds/.test(label)),
        application.depends('next'),
      ),
  },
  {
    id: 'cors-for-all',
    title: 'Files of Supabase edge functions whose answers any site may read',
    count: (application) => {
      const open = files(application.of('cors').filter(({ admits }) => admits === 'all'));
      return count([...routeFiles(application, 'supabase-edge')], (file) => open.has(file));
    },
  },
];

const fetches = (application: Knowledge) =>
  server(application.of('outboundCall')).filter(
    ({ label, side, local, script, streaming }) => /(^|\.)fetch$/.test(label) && side !== 'client' && !local && !script && !streaming,
  );

/** Answers to all questions over some applications. */
export interface Answer extends Count {
  id: string;
  title: string;
  unknown: number;
  /** Applications in which the question arises. */
  applications: number;
  /** Those of them with at least one. */
  concerned: number;
  /** Share in the application in the middle, so that a large one does not speak for all. */
  median: number | undefined;
}

/** Adds up what each application answers. */
export function measure(applications: readonly Knowledge[]): Answer[] {
  return questions.map(({ id, title, count: ask }) => {
    const counts = applications.map((application) => ask(application)).filter(({ whole }) => whole > 0);
    const sum = (pick: (one: Count) => number): number => counts.reduce((total, one) => total + pick(one), 0);
    return {
      id,
      title,
      part: sum(({ part }) => part),
      whole: sum(({ whole }) => whole),
      unknown: sum(({ unknown }) => unknown ?? 0),
      applications: counts.length,
      concerned: counts.filter(({ part }) => part > 0).length,
      median: middleOf(counts.map(({ part, whole }) => part / whole)),
    };
  });
}

function middleOf(shares: readonly number[]): number | undefined {
  const sorted = [...shares].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length === 0 ? undefined : (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** One line per question. */
export function renderMeasurements(answers: readonly Answer[], applications: readonly Knowledge[]): string {
  const percent = (share: number | undefined): string => (share === undefined ? '–' : `${Math.round(share * 100)} %`);
  const body = answers.map(({ title, part, whole, unknown, applications: arises, concerned, median }) => [
    title,
    `${part}/${whole}`,
    percent(whole === 0 ? undefined : part / whole),
    percent(median),
    String(unknown),
    `${concerned}/${arises}`,
  ]);
  const names = applications.map(({ repository, routes }) => `${repository} (${routes.length})`).join(', ');
  return [
    table([['Question', 'of', 'share', 'median', 'unknown', 'applications'], ...body]),
    '',
    `${applications.length} applications, with their endpoints: ${names}.`,
  ].join('\n');
}
