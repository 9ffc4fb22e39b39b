import type { Span } from '../../model/finding';
import { JsonPlaces } from '../../project/jsonPlaces';
import { folderOf, nameOf } from '../../project/paths';
import { readYaml } from '../../project/yamlTree';
import type { ConfigKind } from './configKind';
import { probesOfPlatform } from './healthProbes';
import { pushesIn } from './schemaPushes';

/** A command that a platform runs to build, release or start. Its text stands in the file as it is, from `at` on, unless that is missing. */
interface PlatformCommand {
  text: string;
  whole: Span;
  at?: number;
}

const names = /^(?:vercel\.json|railway\.(?:json|toml)|netlify\.toml|fly\.toml|render\.ya?ml|app\.ya?ml|Procfile|nixpacks\.toml)$/;
const keys = [
  'buildCommand',
  'installCommand',
  'startCommand',
  'preDeployCommand',
  'release_command',
  'command',
  'cmds',
  'cmd',
  'dockerCommand',
];

/** Files in which platforms are told what to run. TOML is read by its lines, since no reader of it says where things stand. */
export const platforms: ConfigKind = {
  covers: (file) => names.test(nameOf(file)),
  facts(file, text, around) {
    const pushes = commandsOf(nameOf(file), text).flatMap(({ text: command, whole, at }) =>
      pushesIn(file, command, folderOf(file), around, 'platform', nameOf(file), whole, at),
    );
    return [...pushes, ...probesOfPlatform(file, text, around)];
  },
};

function commandsOf(name: string, text: string): PlatformCommand[] {
  if (name === 'Procfile') return lines(text, /^[\w-]+:[ \t]*(.+)$/gm);
  if (name.endsWith('.toml'))
    return lines(
      text,
      new RegExp(String.raw`^[ \t]*(?:${keys.join('|')})[ \t]*=[ \t]*\[?[ \t]*(?:"((?:\\.|[^"\\\n])*)"|'([^'\n]*)')`, 'gm'),
    );
  if (name.endsWith('.json')) {
    const places = new JsonPlaces(text);
    return [...places.members(), ...places.members('deploy'), ...places.members('build')].flatMap(({ name: key, value, valueSpan }) => {
      if (!keys.includes(key) || typeof value !== 'string') return [];
      return [
        { text: value, whole: valueSpan, ...(value.length === valueSpan.end - valueSpan.start - 2 ? { at: valueSpan.start + 1 } : {}) },
      ];
    });
  }
  return (readYaml(text) ?? []).flatMap(({ path, value, span }) => {
    const key = path.filter((part) => typeof part === 'string').at(-1);
    return typeof key === 'string' && keys.includes(key)
      ? [{ text: value, whole: span, ...(text.startsWith(value, span.start) ? { at: span.start } : {}) }]
      : [];
  });
}

function lines(text: string, pattern: RegExp): PlatformCommand[] {
  return [...text.matchAll(pattern)].map((match) => {
    const command = match[1] ?? match[2] ?? '';
    const at = match.index + match[0].lastIndexOf(command);
    return { text: command, whole: { start: at, end: at + command.length }, at };
  });
}
