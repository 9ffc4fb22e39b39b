import { z, type ZodType } from 'zod';
import type { Meta } from '../../model/meta';

/** Files that people write: their schemas describe the input, before defaults are filled in. */
const writtenByPeople = new Set(['config', 'readiness', 'baseline']);

const titles: Record<string, string> = {
  config: 'Configuration of Production Gap',
  readiness: 'What people said about the readiness of this project',
  baseline: 'Known gaps that do not count as new',
};

interface JsonSchema {
  [key: string]: unknown;
  properties?: Record<string, JsonSchema>;
}

/** Text of `media/schemas/<name>.schema.json`. Draft 7, which every editor reads. */
export function renderSchema(name: string, schema: ZodType, rules: readonly Meta[]): string {
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: writtenByPeople.has(name) ? 'input' : 'output' }) as JsonSchema;
  const { $schema, ...rest } = json;
  const titled: JsonSchema = { $schema, title: titles[name] ?? `Output of production-gap ${name}`, ...rest };
  if (name === 'config') offerRules(titled, rules);
  return `${JSON.stringify(titled, undefined, 2)}\n`;
}

/** Names every rule among the properties of `rules`, so that an editor can offer and explain them. */
function offerRules(schema: JsonSchema, rules: readonly Meta[]): void {
  const settings = schema.properties?.['rules'];
  if (!settings) throw new Error('The configuration has no property "rules".');
  const values = settings['additionalProperties'] as JsonSchema;
  settings.properties = Object.fromEntries(
    rules.map(({ id, title, maturity }) => [
      id,
      { ...values, description: `${title}.${maturity === 'preview' ? ' In preview: off until it is named here.' : ''}` },
    ]),
  );
}
