import { strict as assert } from 'node:assert';
import { readScripts, readSupabaseConfig } from '../../../src/project/manifests';
import { edgeFunctionAuthentication } from '../../../src/project/supabaseConfig';

const config =
  'project_id = "abc"\n\n[functions.hook]\nenabled = true\nverify_jwt = false # called by Stripe\n\n[functions."with-dash"]\nverify_jwt = true\n\n[functions.plain]\nimport_map = "./a.json"\n\n[auth]\nverify_jwt = false\n';

describe('supabase/config.toml', () => {
  it('tells which functions verify tokens, and where it says so', () => {
    const { functions, problem } = readSupabaseConfig(config);
    assert.equal(problem, undefined);
    assert.deepEqual(
      [...functions],
      [
        ['hook', { verifyJwt: false, line: 5 }],
        ['with-dash', { verifyJwt: true, line: 7 + 1 }],
        ['plain', { verifyJwt: true, line: 10 }],
      ],
    );
  });

  it('written inline there is no line to show', () => {
    assert.deepEqual(
      [...readSupabaseConfig('functions = { hook = { verify_jwt = false } }').functions],
      [['hook', { verifyJwt: false, line: undefined }]],
    );
  });

  it('is read line by line while it is broken', () => {
    const { functions, problem } = readSupabaseConfig(`${config}\n[api\nport = \n`);
    assert.ok(problem);
    assert.deepEqual(
      [...functions].map(([name, { verifyJwt }]) => [name, verifyJwt]),
      [
        ['hook', false],
        ['with-dash', true],
        ['plain', true],
      ],
    );
  });

  it('of other shapes says nothing', () => {
    for (const text of ['', 'functions = 3', '[functions]\na = 1']) assert.equal(readSupabaseConfig(text).functions.size, 0);
  });

  it('answers for the files of a function', () => {
    const read = (file: string): string | undefined => (file === 'supabase/config.toml' ? config : undefined);
    const files = [
      'supabase/functions/hook/index.ts',
      'supabase/functions/plain/index.ts',
      'supabase/functions/unnamed/a.ts',
      'supabase/functions/_shared/a.ts',
      'src/a.ts',
      'web/supabase/functions/hook/index.ts',
    ];
    assert.deepEqual(
      files.map((file) => edgeFunctionAuthentication(file, read)),
      ['open', 'verified', 'verified', undefined, undefined, undefined],
    );
  });
});

describe('scripts of package.json', () => {
  it('have a place', () => {
    const text = '{\n  "scripts": {\n    "start": "node \\"a\\"",\n    "bad": 1\n  }\n}\n';
    const scripts = readScripts(text);
    assert.deepEqual([...scripts.keys()], ['start']);
    const { command, start, end, line } = scripts.get('start')!;
    assert.deepEqual([command, text.slice(start, end), line], ['node "a"', '"node \\"a\\""', 3]);
  });

  it('are read as far as a broken file goes', () => {
    assert.equal(readScripts('{ "scripts": { "start": "node .", ').get('start')?.command, 'node .');
    for (const text of ['', '[]', '{"scripts": []}', '{"scripts": "x"}']) assert.equal(readScripts(text).size, 0);
  });
});
