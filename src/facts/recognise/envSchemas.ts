import { ts } from 'ts-morph';
import type { EnvSchema } from '../../model/facts';
import { bare } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

/** Names of settings as they stand in objects. */
const settingName = /^['"]?[A-Z][A-Z\d]*(?:_[A-Z\d]+)+['"]?$/;
const telling = /\.object\(\s*\{/;
const lenient = /\b(?:optional|default|nullish|nullable|catch|partial)\b/i;
/** Asked for where people are served: `when('NODE_ENV', { is: 'production', then: Joi.required() })`. */
const demandedLive = /\bwhen\(\s*['"]NODE_ENV['"]\s*,\s*\{\s*is:\s*[^,]*['"]production['"]\)?\s*,\s*then:\s*[^,}]*\b(?:required|exist)\(\)/;
/** Libraries whose members may be missing unless they are asked for. */
const asksExplicitly = /^\s*(?:Joi|joi|yup|Yup)\b/;

/** Names of the settings without which an object of a schema does not hold in production. */
export function demandedIn(analysis: FileAnalysis, object: ts.ObjectLiteralExpression): string[] {
  return object.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property)) return [];
    const name = property.name.getText(analysis.source).replace(/['"]/g, '');
    if (!/^[A-Z][A-Z\d_]*$/.test(name)) return [];
    const text = property.initializer.getText(analysis.source);
    const isAsked = !lenient.test(text) && (!asksExplicitly.test(text) || /\b(?:required|exist)\(\)/.test(text));
    const isDemanded = /\bwhen\(/.test(text) ? demandedLive.test(text) : isAsked;
    return isDemanded ? [name] : [];
  });
}

/** Schemas of settings that a file writes down for others to apply: `export const settings = Joi.object({ JWT_SECRET: … })`. */
export function recogniseEnvSchemas(analysis: FileAnalysis): EnvSchema[] {
  const { role } = analysis.context;
  if ((role !== 'source' && role !== 'config') || !analysis.mayHold(telling)) return [];
  return analysis.sites.flatMap(({ node }) => {
    const callee = bare(node.expression);
    const object = node.arguments?.[0] && bare(node.arguments[0]);
    if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'object' || !object || !ts.isObjectLiteralExpression(object))
      return [];
    const names = object.properties.map((property) => property.name?.getText(analysis.source) ?? '');
    if (
      names.length === 0 ||
      names.some((name) => !/^['"]?[A-Z][A-Z\d_]*['"]?$/.test(name)) ||
      !names.some((name) => settingName.test(name))
    )
      return [];
    const demands = demandedIn(analysis, object);
    return demands.length > 0 ? [{ ...analysis.base(node), kind: 'envSchema', demands }] : [];
  });
}
