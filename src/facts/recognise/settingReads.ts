import { ts } from 'ts-morph';
import type { SettingRead } from '../../model/configuration';
import type { Fact } from '../../model/facts';
import { walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { environment, settingOf, settled } from './environment';

/** Names of settings that code of the application reads, each once per file. What hosts set by themselves is left out. */
export function recogniseSettingReads(analysis: FileAnalysis): Fact[] {
  const { role } = analysis.context;
  if ((role !== 'source' && role !== 'client') || !analysis.mayHold(environment)) return [];
  const provided = analysis.tables.libraries.flatMap((library) => (library.setsEnv ? [library.setsEnv] : []));
  const found = new Map<string, SettingRead>();
  const look = (node: ts.Expression): void => add(node, settingOf(analysis, node));
  const add = (node: ts.Node, name: string | undefined): void => {
    if (name === undefined || found.has(name) || given.test(name) || settled.test(name) || provided.some((pattern) => pattern.test(name)))
      return;
    found.set(name, { ...analysis.base(node), kind: 'settingRead', name });
  };
  for (const node of analysis.outline.members) look(node);
  for (const { node } of analysis.sites)
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'get') look(node);
  // `const { DATABASE_URL, MAIL_KEY: key = '' } = process.env`
  if (analysis.mayHold(takenApart))
    for (const node of takenFrom(analysis)) {
      const name = node.propertyName ?? node.name;
      if (!node.dotDotDotToken && (ts.isIdentifier(name) || ts.isStringLiteral(name))) add(node, name.text);
    }
  return [...found.values()];
}

/** A pattern in front of all settings. */
const takenApart = /\}\s*(?::[^=;]{1,80})?=\s*(?:globalThis\.)?(?:process|Bun|import\.meta)\.env\b/;

function takenFrom(analysis: FileAnalysis): ts.BindingElement[] {
  const found: ts.BindingElement[] = [];
  walk(analysis.source, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectBindingPattern(node.name))
      if (analysis.resolver.pathOf(node.initializer) === 'global#env') found.push(...node.name.elements);
    return true;
  });
  return found;
}

/** What tools for building set. */
const given =
  /^(?:MODE|DEV|PROD|SSR|BASE_URL|ANALYZE|NODE_OPTIONS|NEXT_PUBLIC_VERCEL_\w+|VITEST|JEST_WORKER_ID|EXPO_OS|EDGE_CONFIG|SUPABASE_(?:URL|ANON_KEY|SERVICE_ROLE_KEY|DB_URL)|STORYBOOK\w*|WATCH|VERBOSE)$/;
