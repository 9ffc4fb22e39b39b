import type { HealthProbe } from '../../model/configuration';
import type { Span } from '../../model/finding';
import { readDockerfile, type DockerInstruction } from '../../project/dockerfile';
import { JsonPlaces } from '../../project/jsonPlaces';
import { folderOf, nameOf, within } from '../../project/paths';
import { readToml } from '../../project/tomlText';
import { readYaml, type YamlText } from '../../project/yamlTree';
import { placed, type ConfigKind, type Surroundings } from './configKind';
import { runsScripts } from './containerImage';

/** An address of the container itself, whose path is written out. */
const own = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?::(?:\d+|\$\{?\w+(?::?-\d+)?\}?))?(\/[\w./-]*)(?![\w$?{%`])/;
/** What ends with an error when the answer is one: curl only does when it is told to. */
const heeding = /\bcurl\b(?=[^|;&]*\s(?:-[a-zA-Z]*f|--fail))|\bwget\b|\bstatusCode\b|\bstatus\b|\.ok\b|\braise_for_status\b/;

/** The path that a command asks of the server beside it, if it fails where nothing answers. */
function pathIn(command: string): string | undefined {
  return heeding.test(command) ? own.exec(command)?.[1] : undefined;
}

function probe(file: string, span: Span, path: string, by: string): HealthProbe {
  return { ...placed(file, span, by), kind: 'healthProbe', path, by };
}

/** The `HEALTHCHECK` of an image whose server is written in JavaScript. */
export function probesOfImage(file: string, instructions: readonly DockerInstruction[]): HealthProbe[] {
  const last = instructions.filter(({ keyword }) => keyword === 'HEALTHCHECK' || keyword === 'FROM').at(-1);
  const path = last?.keyword === 'HEALTHCHECK' && runsScripts(instructions) ? pathIn(last.command) : undefined;
  return path === undefined ? [] : [probe(file, last!.span, path, 'HEALTHCHECK')];
}

/** Does an image that is made in a folder run JavaScript? */
function buildsScripts(folder: string, dockerfile: string, around: Surroundings): boolean {
  const text = around.text(within(folder, dockerfile));
  return text !== undefined && runsScripts(readDockerfile(text));
}

/** Services of a compose file that are built here, and how they are asked whether they are well. */
export const composeFiles: ConfigKind = {
  covers: (file) => /^(?:docker-)?compose[\w.-]*\.ya?ml$/.test(nameOf(file)),
  facts(file, text, around) {
    if (/(?:^|\/)(?:\.devcontainer|examples?|tests?|docs|e2e)\/|[.-](?:dev|development|test|local|e2e|ci)\b/.test(file)) return [];
    const texts = (readYaml(text) ?? []).filter(({ path }) => path[0] === 'services');
    return [...new Set(texts.map(({ path }) => path[1]))].flatMap((name) => {
      const service = texts.filter(({ path }) => path[1] === name);
      const of = (...keys: string[]): YamlText[] => service.filter(({ path }) => keys.every((key, index) => path[index + 2] === key));
      const context = (of('build').find(({ path }) => path.length === 3) ?? of('build', 'context')[0])?.value;
      const asked = of('healthcheck', 'test');
      const path = pathIn(asked.map(({ value }) => value).join(' '));
      if (context === undefined || path === undefined || !/^[\w./-]*$/.test(context)) return [];
      const folder = context.replace(/^\.\/?/, '').replace(/\/$/, '');
      if (!buildsScripts(within(folderOf(file), folder), of('build', 'dockerfile')[0]?.value ?? 'Dockerfile', around)) return [];
      return [probe(file, asked[0]!.keySpan, path, `the healthcheck of ${String(name)}`)];
    });
  },
};

/** The path that a host asks of a server in JavaScript, by the host's own file. */
export function probesOfPlatform(file: string, text: string, around: Surroundings): HealthProbe[] {
  const [name, folder] = [nameOf(file), folderOf(file)];
  const isScript = (at = folder): boolean => around.files.includes(within(at, 'package.json')) || around.scripts(at).size > 0;
  const written = (path: unknown, span: Span, key: string): HealthProbe[] =>
    typeof path === 'string' && /^\/[\w./-]*$/.test(path) ? [probe(file, span, path, key)] : [];
  if (name === 'railway.json')
    return isScript()
      ? new JsonPlaces(text)
          .members('deploy')
          .flatMap(({ name: key, value, valueSpan }) => (key === 'healthcheckPath' ? written(value, valueSpan, key) : []))
      : [];
  if (name === 'railway.toml') {
    if (!isScript()) return [];
    return readToml(text).flatMap(({ key, value, span }) => (key === 'healthcheckPath' ? written(value, span, key) : []));
  }
  if (name === 'fly.toml') return probesOfFly(folder, text, around, isScript(), written);
  if (!/^render\.ya?ml$/.test(name)) return [];
  const texts = readYaml(text) ?? [];
  return texts
    .filter(({ path }) => path.at(-1) === 'healthCheckPath')
    .flatMap(({ path, value, span }) => {
      const beside = (key: string): string | undefined =>
        texts.find(
          (other) =>
            other.path.length === path.length &&
            other.path.at(-1) === key &&
            other.path.slice(0, -1).join('\0') === path.slice(0, -1).join('\0'),
        )?.value;
      return (beside('runtime') ?? beside('env')) === 'node' ? written(value, span, 'healthCheckPath') : [];
    });
}

/**
 * Checks of services and of the machine: `[[http_service.checks]]`, `[[services.http_checks]]`, `[checks.name]` of type http.
 * https://fly.io/docs/reference/configuration/
 */
function probesOfFly(
  folder: string,
  text: string,
  around: Surroundings,
  isScript: boolean,
  written: (path: string, span: Span, key: string) => HealthProbe[],
): HealthProbe[] {
  const texts = readToml(text);
  const build = (key: string): string | undefined => texts.find((found) => found.table === 'build' && found.key === key)?.value;
  const dockerfile = build('dockerfile') ?? 'Dockerfile';
  const isOwn =
    build('image') === undefined &&
    (around.text(within(folder, dockerfile)) === undefined ? isScript : buildsScripts(folder, dockerfile, around));
  if (!isOwn) return [];
  return texts.flatMap(({ table, nth, key, value, span }) => {
    const isHttp =
      /^(?:http_service\.checks|services\.http_checks)$/.test(table) ||
      (/^checks\.[\w-]+$/.test(table) && texts.some((other) => other.nth === nth && other.key === 'type' && other.value === 'http'));
    return isHttp && key === 'path' ? written(value, span, `The check of ${table}`) : [];
  });
}
