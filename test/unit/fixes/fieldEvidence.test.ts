import type { RequestInput } from '../../../src/model/facts';
import { validateInput } from '../../../src/fixes/validateInput';
import { check, facts, idioms, type Case } from './support';

type Field = RequestInput['fields'][number];
const field = (name: string, type: Field['type'] = 'unknown', more: Partial<Field> = {}): Field => ({
  name,
  type,
  optional: false,
  ...more,
});
const needed: Partial<Field> = { needed: true };
const project = idioms({ dependencies: { zod: '4.1.0', express: '4.21.2' }, validator: { library: 'zod', major: 4 } });

function validate(
  before: string,
  after: string | undefined,
  fields: Field[],
  more: Partial<RequestInput> = {},
  rest: Partial<Case> = {},
): void {
  check({ project, before, after, make: (spans) => validateInput(facts.requestInput(spans[0]!, { fields, ...more })), ...rest });
}

const route = (body: string) =>
  `import { z } from 'zod';\nrouter.post('/notes', async (req, res) => {\n${body.replace(/^/gm, '  ')}\n});\n`;
const fixed = (schema: string, body: string) => route(`${body}`).replace("router.post('/notes'", `${schema}\nrouter.post('/notes'`);
const refuse = "if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });";
const parsed = `const parsed = CreateNoteBody.safeParse(req.body);\n${refuse}\n`;
const script: Partial<Case> = { file: 'src/routes.js' };

describe('fixes: what a schema may ask of a field', () => {
  it('asks only for what the handler cannot do without', () => {
    validate(
      route('const { title, note } = «req.body»;\nres.json(await db.note.create({ data: { title: title.trim(), note } }));'),
      fixed(
        'const CreateNoteBody = z.object({ title: z.string(), note: z.string().optional() });',
        `${parsed}const { title, note } = parsed.data;\nres.json(await db.note.create({ data: { title: title.trim(), note } }));`,
      ),
      [field('title', 'string', needed), field('note')],
    );
  });
  it('takes null where JavaScript does without a value', () => {
    validate(
      route('const { title } = «req.body»;\nres.json(await save(title));'),
      fixed(
        'const CreateNoteBody = z.object({ title: z.string().nullish() });',
        `${parsed}const { title } = parsed.data;\nres.json(await save(title));`,
      ),
      [field('title')],
      {},
      script,
    );
  });
  it('lets through what neither use nor name tells the type of, and offers nothing where that is most', () => {
    const body = 'const { title, value } = «req.body»;\nres.json(await db.note.create({ data: { title, value } }));';
    const after = (schema: string) => fixed(schema, `${parsed}${body.replace(/«req.body»/, 'parsed.data')}`);
    const fields = [field('title'), field('value')];
    validate(route(body), after('const CreateNoteBody = z.object({ title: z.string().optional(), value: z.any().optional() });'), fields);
    validate(
      route(body),
      after('const CreateNoteBody = z.object({ title: z.string().nullish(), value: z.any().optional() });'),
      fields,
      {},
      script,
    );
    validate(route(body.replace('title, value }', 'value, data, title }')), undefined, [field('value'), field('data'), field('title')]);
  });
  it('asks for what a new row cannot do without, of the type of its column', () => {
    const model = 'model Note {\n  id Int @id @default(autoincrement())\n  value Float\n  size Int?\n  kind Int @default(1)\n}\n';
    const files = { 'prisma/schema.prisma': model };
    const body = (call: string) =>
      `const { value, size, kind } = «req.body»;\nres.json(await db.note.${call}({ data: { value, size, kind } }));`;
    const fields = [field('value'), field('size'), field('kind')];
    const after = (schema: string, call: string) =>
      fixed(
        `const CreateNoteBody = z.object({\n${schema.replace(/^/gm, '  ')},\n});\n`,
        `${parsed}${body(call).replace(/«req.body»/, 'parsed.data')}`,
      );
    validate(
      route(body('create')),
      after('value: z.number(),\nsize: z.number().int().nullish(),\nkind: z.number().int().optional()', 'create'),
      fields,
      {},
      { files },
    );
    validate(
      route(body('update')),
      after('value: z.number().optional(),\nsize: z.number().int().nullish(),\nkind: z.number().int().optional()', 'update'),
      fields,
      {},
      { files },
    );
  });
  it('leaves alone what a typed function takes, unless the handler needs it', () => {
    const body = 'const { title } = «req.body»;\nres.json(await save(title));';
    validate(route(body), undefined, [field('title')]);
    validate(
      route(body),
      fixed(
        'const CreateNoteBody = z.object({ title: z.string() });',
        `${parsed}const { title } = parsed.data;\nres.json(await save(title));`,
      ),
      [field('title', 'string', needed)],
    );
  });
  it('leaves alone a word that may be one of a few', () => {
    const lookedUp =
      'const { layout } = «req.body»;\nif (!layouts.includes(layout)) return res.status(400).end();\nres.json(await save({ layout }));';
    validate(route(lookedUp), undefined, [field('layout', 'string', needed)]);
    const body = 'const { status } = «req.body»;\nres.json(await save({ status: status.trim() }, status));';
    validate(route(body), undefined, [field('status', 'string', needed)]);
  });
  it('leaves alone what may be of either type', () => {
    validate(route('const { tags } = «req.body»;\nres.json(await save({ tags: Array.isArray(tags) ? tags : [tags] }));'), undefined, [
      field('tags', 'array'),
    ]);
  });
  it('takes a number as text where the handler makes it one', () => {
    validate(
      route('const { size } = «req.body»;\nres.json(await save({ size: Number(size) }));'),
      fixed(
        'const CreateNoteBody = z.object({ size: z.coerce.number().optional() });',
        `${parsed}const { size } = parsed.data;\nres.json(await save({ size: Number(size) }));`,
      ),
      [field('size', 'number')],
    );
    validate(route('const { size } = «req.body»;\nres.json(await save({ size: parseInt(size, 10) }));'), undefined, [
      field('size', 'number'),
    ]);
  });
  it('takes ids as text or numbers in JavaScript, and leaves them alone in TypeScript', () => {
    const body = 'const { ownerId } = «req.body»;\nres.json(await save({ ownerId }));';
    validate(
      route(body),
      fixed(
        'const CreateNoteBody = z.object({ ownerId: z.union([z.string(), z.number()]).nullish() });',
        `${parsed}const { ownerId } = parsed.data;\nres.json(await save({ ownerId }));`,
      ),
      [field('ownerId')],
      {},
      script,
    );
    validate(route(body), undefined, [field('ownerId')]);
  });
  it('keeps the type that the author gave where the schema says less', () => {
    validate(
      route('const { title } = «req.body» as Partial<Note>;\nres.json(await save({ title }));'),
      fixed(
        'const CreateNoteBody = z.object({ title: z.string().optional() });',
        `${parsed}const { title } = parsed.data as Partial<Note>;\nres.json(await save({ title }));`,
      ),
      [field('title')],
    );
  });
  it('asserts the type of a variable that is declared elsewhere', () => {
    const body = (value: string) =>
      `const note: Note = ${value};\nif (!note.title) return res.status(400).end();\nres.json(await save({ title: note.title }));`;
    validate(
      route(body('«req.body»')),
      fixed('const CreateNoteBody = z.object({ title: z.string() });', `${parsed}${body('parsed.data as Note')}`),
      [field('title', 'string', needed)],
    );
  });
  it('checks a body whose failure is caught where it is waited for', () => {
    const handler = (before: string, value: string) =>
      `import { z } from 'zod';\n${before}export async function POST(request: Request) {\n${value}}\n`;
    const read = 'await request.json().catch(() => ({}))';
    const rest = 'return Response.json(await save(title.trim()));';
    const body = (value: string) => `  const { title } = ${value};\n  ${rest}\n`;
    const at: Partial<Case> = {
      file: 'src/app/api/notes/route.ts',
      project: {
        ...project,
        packages: new Map([
          ['zod', '4.1.0'],
          ['next', '15.0.0'],
        ]),
      },
    };
    validate(
      handler('', body(`«${read}»`)),
      handler(
        'const CreateNoteBody = z.object({ title: z.string() });\n',
        `  const parsed = CreateNoteBody.safeParse(${read});\n  if (!parsed.success) {\n    return Response.json({ error: 'Invalid request', issues: parsed.error.issues }, { status: 400 });\n  }\n${body('parsed.data')}`,
      ),
      [field('title', 'string', needed)],
      { framework: 'next' },
      at,
    );
    const promised = `  const reading = «request.json()»;\n  const { title } = await reading;\n  ${rest}\n`;
    validate(handler('', promised), undefined, [field('title', 'string', needed)], { framework: 'next' }, at);
  });
  it('asserts a declared type where the compiler is not strict', () => {
    const body = (value: string) => `const { title }: Note = ${value};\nres.json(await save(title));`;
    const note = (text: string) => text.replace('router.post', 'interface Note {\n  title: string;\n}\n\nrouter.post');
    for (const [settings, value] of [
      ['{ "compilerOptions": { "strict": true } }', 'parsed.data'],
      ['{ "extends": "../tsconfig.json" }', 'parsed.data'],
      ['{ "compilerOptions": { "strict": false } }', 'parsed.data as Note'],
      ['{ "compilerOptions": { "strict": true, "strictNullChecks": false } }', 'parsed.data as Note'],
      ['{\n  // "strict": true\n  "compilerOptions": {}\n}', 'parsed.data as Note'],
    ] as const)
      validate(
        note(route(body('«req.body»'))),
        fixed('const CreateNoteBody = z.object({ title: z.string() });', `${parsed}${body(value)}`).replace(
          'const CreateNoteBody',
          'interface Note {\n  title: string;\n}\n\nconst CreateNoteBody',
        ),
        [field('title', 'string')],
        {},
        { files: { 'tsconfig.json': settings } },
      );
  });
  it('offers nothing for a value that is handed on whole', () => {
    validate(route('const { title, ...rest } = «req.body»;\nres.json(await save(title.trim(), rest));'), undefined, [
      field('title', 'string', needed),
    ]);
    validate(route('const note = «req.body»;\nconst { title, ...rest } = note;\nres.json(await save(title.trim(), rest));'), undefined, [
      field('title', 'string', needed),
    ]);
    for (const use of ['await save(note)', 'await save({ note })', '{ ...note }'])
      validate(route(`const note = «req.body»;\nlog(note.title.trim());\nres.json(${use});`), undefined, [
        field('title', 'string', needed),
      ]);
  });
  it('takes a word that a default stands beside for one of a few', () => {
    const body = "const { title, status } = «req.body»;\nres.json(await save({ title: title.trim(), status: status || 'open' }));";
    validate(
      route(body),
      fixed(
        'const CreateNoteBody = z.object({ title: z.string(), status: z.any().optional() });',
        `${parsed}${body.replace(/«req.body»/, 'parsed.data')}`,
      ),
      [field('title', 'string', needed), field('status', 'string', { optional: true })],
    );
  });
  it('tests of a declared type what typeof can tell, and nothing else', () => {
    const at: Partial<Case> = { project: idioms({ dependencies: { express: '4.21.2' } }) };
    const body = (type: string) =>
      `router.post('/notes', async (req, res) => {\n  const { a } = «req.body» as { a: ${type} };\n  res.json(await save(a));\n});\n`;
    const refusal = "return res.status(400).json({ error: 'Invalid request' });";
    const tested = (type: string, test: string) =>
      body(type)
        .replace(/[«»]/g, '')
        .replace('  res.json', `  if (${test}) ${test.length < 50 ? refusal : `{\n    ${refusal}\n  }`}\n  res.json`);
    for (const [type, test] of [
      ['Array<{ id: string }>', '!Array.isArray(a)'],
      ['readonly string[]', undefined],
      ["'new' | 'used'", "typeof a !== 'string'"],
      ['string | null', "a !== undefined && a !== null && typeof a !== 'string'"],
      ['string | number', undefined],
      ['Note', undefined],
    ] as const)
      validate(body(type), test === undefined ? undefined : tested(type, test), [], {}, at);
  });
  it('imports no package that Deno does not find', () => {
    const edge = (head: string, body: string) => `${head}Deno.serve(async (req) => {\n${body.replace(/^/gm, '  ')}\n});\n`;
    const body = 'const { title } = await «req.json()»;\nreturn new Response(await save(title.trim()));';
    const at: Partial<Case> = { file: 'supabase/functions/notes/index.ts' };
    validate(
      edge('', body),
      edge(
        '',
        "const { title } = (await req.json().catch(() => null)) ?? {};\nif (typeof title !== 'string') {\n  return new Response(JSON.stringify({ error: 'Invalid request' }), {\n    status: 400,\n    headers: { 'Content-Type': 'application/json' },\n  });\n}\nreturn new Response(await save(title.trim()));",
      ),
      [field('title', 'string', needed)],
      { framework: 'supabase-edge' },
      at,
    );
  });
});
