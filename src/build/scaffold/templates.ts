import { localName } from '../generation/indexes';
import { titleFrom } from './names';

/** Headings that every page has, in this order, below its summary line. */
export const pageSections = ['What it looks for', 'Why it matters in production', 'Examples', 'How to fix', 'When not to fix', 'Limits'];

/**
 * Files of a new rule, by path. The fixture and the samples of the page state what the rule is to report; the rule itself
 * answers "unknown", so that both fail until it is written.
 */
export function ruleFiles(dimension: string, id: string, since: string): Record<string, string> {
  const sample = [
    "import express from 'express';",
    '',
    'const app = express();',
    '',
    "app.post('/orders', (req, res) => {MARK",
    '  res.status(201).json({ placed: true });',
    '});',
    '',
  ].join('\n');
  return {
    [`src/rules/${dimension}/${id}.ts`]: `import { defineRule } from '../../model/meta';

export default defineRule({
  id: '${id}',
  dimension: '${dimension}',
  title: '${titleFrom(id)}',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  since: '${since}',
  maturity: 'preview',
  needs: ['linkedRoute'],
  messages: {
    gap: '{{method}} {{path}}: say what is wrong and what breaks in production.',
  },
  linkedRoute(route, context) {
    context.unknown(route, 'The rule ${id} is not written yet.');
  },
});
`,
    [`docs/rules/${id}.md`]: renderPage(
      'Say in one line what the rule finds.',
      `\`\`\`ts gap packages=express@5.1.0\n${sample.replace('MARK', '').trimEnd()}\n\`\`\`\n\n\`\`\`ts ok packages=express@5.1.0\n${sample.replace('MARK', '').trimEnd()}\n\`\`\``,
    ),
    [`test/rules/${dimension}/${id}/express.ts`]: `// packages: express@5.1.0\n${sample.replace('MARK', ` // expect: ${id}`)}
app.get('/health', (req, res) => { // ok: ${id}
  res.json({ up: true });
});
`,
  };
}

/** Files of a new check, by path; its cases fail until it is written. */
export function checkFiles(dimension: string, id: string, since: string): Record<string, string> {
  const cases = `test/checks/${dimension}/${id}`;
  const manifest = `${JSON.stringify({ name: 'case', dependencies: { express: '5.1.0' } }, undefined, 2)}\n`;
  return {
    [`src/checks/${dimension}/${id}.ts`]: `import { defineCheck } from '../../model/meta';

export default defineCheck({
  id: '${id}',
  dimension: '${dimension}',
  title: '${titleFrom(id)}',
  severity: 'warning',
  confidence: 'medium',
  fixKinds: [],
  since: '${since}',
  maturity: 'preview',
  messages: {
    gap: 'Say what is missing and what breaks in production.',
  },
  passTitle: '${titleFrom(id)} is there',
  run(project, context) {
    context.unknown(\`The check ${id} is not written yet; \${project.files.length} files were seen.\`);
  },
});
`,
    [`docs/checks/${id}.md`]: renderPage('Say in one line what the check looks for.', 'Show a project with the gap and one without.'),
    [`${cases}/absent/package.json`]: manifest,
    [`${cases}/absent/expect.json`]: `${JSON.stringify({ outcome: 'gap', message: 'what breaks in production' }, undefined, 2)}\n`,
    [`${cases}/present/package.json`]: manifest,
    [`${cases}/present/expect.json`]: `${JSON.stringify({ outcome: 'pass' }, undefined, 2)}\n`,
  };
}

/** Files of a new library, by path. The golden expects a route that is not recognised until the library says how. */
export function libraryFiles(id: string): Record<string, string> {
  const name = localName(id);
  return {
    [`src/libraries/${id}.ts`]: `import { defineLibrary } from '../model/library';

export default defineLibrary({
  id: '${id}',
  title: '${titleFrom(id)}',
  packages: ['${id}'],
  calls: {},
});
`,
    [`test/libraries/${id}/src/app.ts`]: `import ${name} from '${id}';

const app = ${name}();

app.get('/orders', () => []);
`,
    [`test/libraries/${id}/facts.golden.json`]: `${JSON.stringify({ routes: ['GET /orders: write src/app.ts as people use the library, then run UPDATE=1 npm test -- fixtures and read the result'], facts: [] }, undefined, 2)}\n`,
  };
}

function renderPage(summary: string, examples: string): string {
  return (
    [summary, ...pageSections.flatMap((section) => [`## ${section}`, section === 'Examples' ? examples : 'To be written.']), '']
      .join('\n\n')
      .trimEnd() + '\n'
  );
}
