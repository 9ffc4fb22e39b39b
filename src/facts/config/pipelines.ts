import type { Pipeline, PipelineJob, SchemaPush, Trigger } from '../../model/configuration';
import type { Span } from '../../model/finding';
import { fileRole } from '../../project/classify';
import { nameOf } from '../../project/paths';
import { readYaml, type YamlText } from '../../project/yamlTree';
import { commandsIn } from './commands';
import { placed, type ConfigKind, type Surroundings } from './configKind';

interface Service {
  system: string;
  files: RegExp;
  /** Triggers where the file does not say any. */
  usual: Trigger[];
  triggers?: (texts: readonly YamlText[]) => Trigger[];
  /** Name of the job that a text stands in, by the keys that lead to it. */
  job: (path: YamlText['path']) => string;
  /** Images of steps that build an image out of the code. */
  builders?: RegExp;
}

const onEachChange: Trigger[] = ['push', 'pull-request'];
const topKey: Service['job'] = ([key]) => String(key ?? '');

const services: readonly Service[] = [
  {
    system: 'GitHub Actions',
    files: /(?:^|\/)\.(?:github|gitea|forgejo|depot)\/workflows\/[^/]+\.ya?ml$/,
    usual: [],
    triggers: githubTriggers,
    job: ([first, name]) => (first === 'jobs' ? String(name) : ''),
  },
  { system: 'GitLab CI', files: /(?:^|\/)\.gitlab-ci\.ya?ml$/, usual: onEachChange, job: topKey },
  {
    system: 'CircleCI',
    files: /(?:^|\/)\.circleci\/config\.ya?ml$/,
    usual: ['push'],
    job: ([first, name]) => (first === 'jobs' || first === 'commands' ? String(name) : ''),
  },
  {
    system: 'Azure Pipelines',
    files: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
    usual: ['push'],
    job: (path) => String(path.slice(0, 2).join(' ')),
  },
  {
    system: 'Bitbucket Pipelines',
    files: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
    usual: ['push'],
    job: (path) =>
      path
        .filter((key) => typeof key === 'string')
        .slice(1, 3)
        .join(' '),
  },
  { system: 'Travis CI', files: /(?:^|\/)\.travis\.ya?ml$/, usual: onEachChange, job: topKey },
  {
    system: 'Drone',
    files: /(?:^|\/)\.(?:drone|woodpecker)\.ya?ml$/,
    usual: onEachChange,
    job: topKey,
    // https://plugins.drone.io/plugins/docker
    builders:
      /^(?:docker\.io\/)?(?:plugins|woodpeckerci)\/(?:plugin-)?(?:docker|buildx|docker-buildx|kaniko|ecr|gcr|gar|acr|heroku)(?::|$)/,
  },
  { system: 'Buildkite', files: /(?:^|\/)\.buildkite\/pipeline\.ya?ml$/, usual: ['push'], job: topKey },
  { system: 'Cloud Build', files: /(?:^|\/)(?:cloudbuild|buildspec)\.ya?ml$/, usual: ['other'], job: topKey },
];

/** Pipelines: what they run, and when. */
export const pipelines: ConfigKind = {
  credentials: 'shapes',
  covers: (file) => jenkins.test(file) || services.some(({ files }) => files.test(file)),
  facts(file, text, around) {
    // Of a package that was copied.
    if (fileRole(file) === 'generated') return [];
    if (jenkins.test(file)) return [jenkinsPipeline(file, text, around)];
    const service = services.find(({ files }) => files.test(file))!;
    const texts = readYaml(text);
    if (!texts || texts.length === 0) return [];
    const fact: Pipeline = {
      ...placed(file, headOf(text)),
      kind: 'pipeline',
      system: service.system,
      // Services read the file in the root alone; further down it belongs to something that was copied, or to a repository of its own.
      triggers: isInRoot(file) ? (service.triggers?.(texts) ?? service.usual) : ['other'],
      jobs: jobsOf(texts, text, service, around),
    };
    return [fact, ...schemaPushes(fact)];
  },
};

/** Jobs that release something. What tests and previews are run against is thrown away afterwards. */
const releasing = /deploy|release|prod|publish|migrat/i;
const trying = /test|e2e|preview|staging|\bci\b|check|lint|dev/i;

function schemaPushes({ file, jobs }: Pipeline): SchemaPush[] {
  return jobs.flatMap(({ name, commands }) => {
    const isReleasing = releasing.test(name) || (releasing.test(nameOf(file)) && !trying.test(name));
    if (!isReleasing || trying.test(name) || commands.some(({ purpose }) => purpose === 'tests')) return [];
    return commands
      .filter(({ purpose }) => purpose === 'push-schema')
      .map(({ label, destroys, span }): SchemaPush => ({
        ...placed(file, span, name),
        kind: 'schemaPush',
        label,
        by: 'job',
        where: name,
        destroys,
        depends: false,
      }));
  });
}

const jenkins = /(?:^|\/)Jenkinsfile$/;

function isInRoot(file: string): boolean {
  return !file.replace(/\.(?:github|gitea|forgejo|depot)\/workflows\/|\.(?:circleci|buildkite)\//, '').includes('/');
}

/** The first line that says something. */
function headOf(text: string): Span {
  const start = Math.max(0, text.search(/^[^\s#-]/m));
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}

const events: Record<string, Trigger> = {
  push: 'push',
  merge_group: 'push',
  pull_request: 'pull-request',
  pull_request_target: 'pull-request',
  release: 'release',
  schedule: 'schedule',
  workflow_dispatch: 'by-hand',
  workflow_call: 'called',
};

/** `on: push`, `on: [push]`, `on: { push: … }`. Tags alone are releases. */
function githubTriggers(texts: readonly YamlText[]): Trigger[] {
  const names = new Set<string>();
  const onlyTags = new Set<string>();
  for (const { path, value } of texts) {
    // Version 1.1 of the language takes `on` for `true`.
    if (path[0] !== 'on' && path[0] !== 'true') continue;
    const name = path.length === 1 || typeof path[1] === 'number' ? value : String(path[1]);
    names.add(name);
    if (
      path[2] === 'tags' &&
      !texts.some((other) => other.path[0] === path[0] && other.path[1] === path[1] && other.path[2] === 'branches')
    )
      onlyTags.add(name);
  }
  return [...new Set([...names].map((name): Trigger => (onlyTags.has(name) ? 'release' : (events[name] ?? 'other'))))];
}

const running = new Set([
  'run',
  'script',
  'before_script',
  'after_script',
  'command',
  'commands',
  'bash',
  'pwsh',
  'powershell',
  'sh',
  'install',
  'before_install',
]);

function jobsOf(texts: readonly YamlText[], source: string, service: Service, around: Surroundings): PipelineJob[] {
  const jobs = new Map<string, PipelineJob>();
  for (const { path, value, span, keySpan } of texts) {
    const name = service.job(path);
    if (name === '') continue;
    const job = jobs.get(name) ?? { name, span: keySpan, commands: [], runsOther: false, uses: [] };
    jobs.set(name, job);
    const key = path.filter((part) => typeof part === 'string').at(-1);
    if (key === 'uses') {
      job.uses.push(value);
      for (const { start: _start, end: _end, ...command } of commandsIn(`uses ${value}`, '', around).commands)
        job.commands.push({ ...command, span });
    }
    // Steps that somebody else wrote may run anything.
    if (key === 'uses' && /\.ya?ml@|^\.\//.test(value)) job.runsOther = !/^\.\/\.github\/workflows\//.test(value) || job.runsOther;
    if (key === 'image' && service.builders?.test(value))
      for (const { start: _start, end: _end, ...command } of commandsIn('docker build .', '', around).commands)
        job.commands.push({ ...command, span });
    if (key === undefined || !running.has(key)) continue;
    const folder = folderAt(texts, path);
    const done = commandsIn(value, folder, around);
    job.runsOther ||= done.runsOther;
    for (const { start, end, ...command } of done.commands)
      job.commands.push({ ...command, span: placeIn(source, span, value.slice(start, end)) });
  }
  if (service.system === 'Cloud Build') jobs.set('steps', withSteps(jobs.get('steps'), texts, around));
  return [...jobs.values()];
}

/** Steps of Cloud Build: an image, or what is started in it, and the arguments that it is given. */
function withSteps(known: PipelineJob | undefined, texts: readonly YamlText[], around: Surroundings): PipelineJob {
  const steps = texts.filter(({ path }) => path[0] === 'steps' && path.length === 3 && path[2] === 'name');
  const job = known ?? { name: 'steps', span: steps[0]?.span ?? { start: 0, end: 0 }, commands: [], runsOther: false, uses: [] };
  for (const { path, value, span } of steps) {
    const of = (key: string): string[] =>
      texts.filter(({ path: other }) => other[1] === path[1] && other[2] === key).map((text) => text.value);
    const program = of('entrypoint')[0] ?? /(?:^|\/)([\w.-]+)(?::[^/]*)?$/.exec(value)?.[1] ?? '';
    const args = of('args');
    // `bash -c 'npm ci && npm test'` runs what it is given.
    const line = /^(?:ba)?sh$/.test(program) ? (args.at(-1) ?? '') : [program, ...args].join(' ');
    const done = commandsIn(line, '', around);
    job.runsOther ||= done.runsOther;
    for (const { start: _start, end: _end, ...command } of done.commands) job.commands.push({ ...command, span });
  }
  return job;
}

/** Folder in which a step runs, as far as it is written out: of the step, of its job, of the file. */
function folderAt(texts: readonly YamlText[], path: YamlText['path']): string {
  const isAround = (outer: YamlText['path']): boolean => outer.every((key, index) => key === path[index]);
  const places = texts.filter(({ path: other }) => other.at(-1) === 'working-directory' || other.at(-1) === 'working_directory');
  const near = places
    .filter(({ path: other }) => isAround(other.slice(0, other.at(-3) === 'defaults' ? -3 : -1)))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const folder = near?.value.replace(/^\.\/|\/$/g, '') ?? '';
  return folder === '.' || folder.includes('$') ? '' : folder;
}

/** Where a command stands in a text as written, whose indentation was taken away; all of the text where it cannot be found. */
function placeIn(source: string, span: Span, command: string): Span {
  const line = command.split('\n')[0]!.trim();
  const at = line === '' ? -1 : source.slice(span.start, span.end).indexOf(line);
  return at === -1 ? span : { start: span.start + at, end: span.start + at + line.length };
}

const shellStep =
  /\b(?:sh|bat|pwsh|powershell)\s*\(?\s*(?:script\s*:\s*)?(?:'''([\s\S]*?)'''|"""([\s\S]*?)"""|'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)")/g;

function jenkinsPipeline(file: string, text: string, around: Surroundings): Pipeline {
  const job: PipelineJob = { name: 'pipeline', span: headOf(text), commands: [], runsOther: false, uses: [] };
  for (const match of text.replace(/\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length)).matchAll(shellStep)) {
    const body = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const done = commandsIn(body, '', around);
    job.runsOther ||= done.runsOther;
    const span = { start: match.index, end: match.index + match[0].length };
    for (const { start, end, ...command } of done.commands)
      job.commands.push({ ...command, span: placeIn(text, span, body.slice(start, end)) });
  }
  return {
    ...placed(file, headOf(text)),
    kind: 'pipeline',
    system: 'Jenkins',
    triggers: isInRoot(file) ? onEachChange : ['other'],
    jobs: [job],
  };
}
