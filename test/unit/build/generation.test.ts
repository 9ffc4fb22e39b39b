import { strict as assert } from 'node:assert';
import { z } from 'zod';
import { importedSpecifiers, librariesOfFixtures, packagePath } from '../../../src/build/generation/fixtureLibraries';
import { definitionFiles, families, localName, renderIndex } from '../../../src/build/generation/indexes';
import { renderHeader, renderTable, summaryOf, withHeader, withTable } from '../../../src/build/generation/markdown';
import { renderSchema } from '../../../src/build/generation/schemas';
import type { SourceTree } from '../../../src/build/generation/tree';
import { configSchema } from '../../../src/model/config';
import { defineLibrary } from '../../../src/model/library';
import type { Meta } from '../../../src/model/meta';

function treeOf(files: Record<string, string>): SourceTree {
  return {
    root: '/',
    list: (folder) =>
      Object.keys(files)
        .filter((file) => file.startsWith(`${folder}/`))
        .sort(),
    read: (file) => files[file],
  };
}

const meta: Meta = {
  id: 'missing-thing',
  dimension: 'security',
  title: 'Missing thing',
  severity: 'error',
  confidence: 'medium',
  fixKinds: ['suggestion', 'fix'],
  cwe: [306],
  owasp: ['A01'],
  since: '0.1.0',
  maturity: 'stable',
  messages: { gap: 'It is missing.' },
};

describe('generated indexes', () => {
  const [rules, , libraries] = families;

  it('name what exports a definition, by dimension in display order and id', () => {
    const tree = treeOf({
      'src/rules/index.ts': 'export default 1;',
      'src/rules/security/b-rule.ts': 'export default defineRule({});',
      'src/rules/security/a-rule.ts': 'const a = 1;\nexport default defineRule({});',
      'src/rules/security/shared.ts': 'export const a = 1;',
      'src/rules/error-handling/z-rule.ts': 'export default defineRule({});',
    });
    const text = renderIndex(rules!, definitionFiles(tree, rules!));
    assert.equal(
      text,
      `// Generated file, do not edit: npm run generate
import type { Rule } from '../model/meta';
import zRule from './error-handling/z-rule';
import aRule from './security/a-rule';
import bRule from './security/b-rule';

/** Every rule, by dimension and id. */
export const rules: readonly Rule[] = [
  zRule,
  aRule,
  bRule,
];
`,
    );
  });

  it('exist for an empty tree', () => {
    assert.match(
      renderIndex(libraries!, definitionFiles(treeOf({}), libraries!)),
      /export const libraries: readonly Library\[\] = \[\];\n$/,
    );
  });

  it('name definitions like variables', () => {
    assert.equal(localName('missing-auth-guard'), 'missingAuthGuard');
    assert.equal(localName('n-plus-1-query'), 'nPlus1Query');
  });
});

describe('the head of a page', () => {
  const express = defineLibrary({ id: 'express', title: 'Express', packages: ['express'] });
  const header = renderHeader('Rule', meta, [express]);

  it('says what the metadata says', () => {
    assert.equal(
      header,
      `# Missing thing

- Rule: \`missing-thing\`
- Dimension: Security
- Severity: error, medium confidence
- Fixes: suggestion that you review, safe fix
- Libraries: Express
- References: [CWE-306](https://cwe.mitre.org/data/definitions/306.html), OWASP A01
- Since: 0.1.0`,
    );
  });

  it('says how often the rule was right, where that was judged', () => {
    assert.match(
      renderHeader('Rule', meta, [], '9 of 10 findings were real gaps (3 applications)'),
      /\n- Judged on real applications: 9 of 10 findings were real gaps \(3 applications\)\n- Since: /,
    );
    assert.doesNotMatch(header, /Judged/);
  });

  it('is put on top once, replaced afterwards, and leaves the rest of the page alone', () => {
    const page = 'One line of summary,\nbroken in two.\n\n## What it looks for\n';
    const once = withHeader(page, header);
    assert.equal(withHeader(once, header), once);
    const renamed = withHeader(once, header.replace('Missing thing', 'Absent thing'));
    assert.ok(renamed.includes('# Absent thing') && !renamed.includes('# Missing thing') && renamed.endsWith(page));
    assert.equal(summaryOf(renamed), 'One line of summary, broken in two.');
  });

  it('leads to the table of the README', () => {
    const table = renderTable([{ meta, page: 'docs/rules/missing-thing.md', summary: 'Finds a | b.' }]);
    const readme = withTable('Before\n<!-- rules:start -->\nold\n<!-- rules:end -->\nAfter\n', table);
    assert.match(
      readme,
      /^Before\n<!-- rules:start -->\n\| Rule [^\n]+\n[^\n]+\n\| \*\*Security\*\* [^\n]+\n\| \[missing-thing\]\(docs\/rules\/missing-thing.md\) \| Finds a \\\| b\. \| error \|\n<!-- rules:end -->\nAfter\n$/,
    );
    assert.equal(withTable('No place.\n', table), 'No place.\n');
  });
});

describe('libraries that fixtures use', () => {
  const libraries = [
    defineLibrary({
      id: 'next',
      title: 'Next.js',
      packages: ['next'],
      fileRoutes: [{ pattern: /^(?:src\/)?app\/(.*)route\.ts$/, shape: 'methods', path: () => '/', entry: 'http', params: [] }],
    }),
    defineLibrary({ id: 'express', title: 'Express', packages: ['express'] }),
    defineLibrary({ id: 'web', title: 'Web', packages: [] }),
  ];
  const used = (files: Record<string, string>) =>
    librariesOfFixtures(treeOf(files), 'test/rules/security/a', libraries).map(({ id }) => id);

  it('are known by imports and by the place of a file', () => {
    assert.deepEqual(used({ 'test/rules/security/a/one.ts': "import express from 'npm:express@4.18.0';" }), ['express']);
    assert.deepEqual(used({ 'test/rules/security/a/one.ts': '// file: app/api/route.ts\n' }), ['next']);
    assert.deepEqual(used({ 'test/rules/security/a/case/app/api/route.ts': '' }), ['next']);
  });

  it('are not those of goldens, or of packages with a longer name', () => {
    assert.deepEqual(used({ 'test/rules/security/a/one.fixed.ts': "import express from 'express';" }), []);
    assert.deepEqual(used({ 'test/rules/security/a/one.ts': "import limit from 'express-rate-limit';" }), []);
  });

  it('are read from every form of import', () => {
    assert.deepEqual(importedSpecifiers("import a from 'a';\nimport 'b';\nexport * from \"c\";\nawait import('d');\nrequire('e');"), [
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    assert.equal(packagePath('https://esm.sh/@scope/name@2.1.0/deep'), '@scope/name/deep');
    assert.equal(packagePath('./name'), undefined);
    assert.equal(packagePath('@/name'), undefined);
  });
});

describe('published schemas', () => {
  interface Published {
    required?: string[];
    additionalProperties?: boolean;
    properties: Record<string, { properties?: Record<string, { enum: string[]; description: string }> }>;
  }

  it('of the configuration offer every rule and ask for nothing that has a default', () => {
    const schema = JSON.parse(renderSchema('config', configSchema, [meta])) as Published;
    assert.deepEqual(schema.properties['rules']!.properties!['missing-thing'], {
      type: 'string',
      enum: ['off', 'info', 'warning', 'error'],
      description: 'Missing thing.',
    });
    assert.equal(schema.required, undefined);
    assert.equal(schema.additionalProperties, false);
  });

  it('of an output ask for everything that is always there', () => {
    const schema = JSON.parse(renderSchema('check', z.object({ a: z.string(), b: z.string().optional() }), [])) as Published;
    assert.deepEqual(schema.required, ['a']);
  });
});
