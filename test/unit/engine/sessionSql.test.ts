import { strict as assert } from 'node:assert';
import { openLive, placesOf } from './liveProject';

const first = 'supabase/migrations/20250101000000_tables.sql';
const second = 'supabase/migrations/20250102000000_protect.sql';
const tables = 'create table orders (id int);\ncreate table notes (id int);\n';
const protect = 'alter table orders enable row level security;\n';
const rule = 'rls-disabled';

describe('A session with migrations', () => {
  it('judges unsaved text, and the files that it has an effect on', async () => {
    const { session, type } = await openLive({ [first]: tables, [second]: protect });
    assert.deepEqual(placesOf(session.project().findings, rule), [`${first}:2`]);
    assert.deepEqual(placesOf(type(second, 'table orders enable', 'table orders disable').findings, rule), []);
    const changed = await session.settle();
    assert.deepEqual(
      changed.map(({ file }) => file),
      [first],
    );
    assert.deepEqual(placesOf(session.project().findings, rule), [`${first}:1`, `${first}:2`]);
    assert.deepEqual(
      placesOf(
        type(first, 'create table notes (id int);', 'create table notes (id int);\nalter table notes enable row level security;').findings,
        rule,
      ),
      [`${first}:1`],
    );
    session.release(second);
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), [], 'the text of the first file is still unsaved');
    session.release(first);
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), [`${first}:2`]);
  });

  it('keeps squiggles where they belong while a statement is typed', async () => {
    const { type } = await openLive({ [first]: tables });
    assert.deepEqual(
      placesOf(type(first, 'create table notes (id int);\n', 'create table notes (id int);\nalter table notes ena').findings, rule),
      [`${first}:1`],
    );
    assert.deepEqual(placesOf(type(first, 'alter table notes ena', 'alter table notes enable row level security').findings, rule), [
      `${first}:1`,
    ]);
  });

  it('follows migrations that come and go on the disk', async () => {
    const { session, write } = await openLive({ [first]: tables });
    assert.deepEqual(placesOf(session.project().findings, rule), [`${first}:1`, `${first}:2`]);
    write({ [second]: protect });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), [`${first}:2`]);
    write({ [second]: undefined });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), [`${first}:1`, `${first}:2`]);
    write({ [first]: undefined });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
  });

  it('heeds the configuration of the platform and the keys in the code', async () => {
    const { session, write } = await openLive({ [first]: tables });
    write({ 'supabase/config.toml': '[api]\nenabled = false\n' });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    write({ 'supabase/config.toml': '[api]\nenabled = true\n' });
    await session.settle();
    assert.equal(placesOf(session.project().findings, rule).length, 2);
    write({
      'src/db.ts':
        "import { createClient } from '@supabase/supabase-js';\nexport const db = createClient('', process.env.SUPABASE_SERVICE_ROLE_KEY!);\n",
    });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    write({ '.env.example': 'NEXT_PUBLIC_SUPABASE_ANON_KEY=\n' });
    await session.settle();
    assert.equal(placesOf(session.project().findings, rule).length, 2);
    write({ '.env.example': undefined });
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    write({
      'src/db.ts':
        "import { createClient } from '@supabase/supabase-js';\nexport const db = createClient('', process.env.SUPABASE_ANON_KEY!);\n",
    });
    await session.settle();
    assert.equal(placesOf(session.project().findings, rule).length, 2);
  });

  it('offers fixes and suppressions that take the finding away, and leaves nothing behind by trying them', async () => {
    const { session } = await openLive({ [first]: tables });
    const [finding] = session.result(first)!.findings;
    const actions = session.actions(first, finding!.span);
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['suggestion', 'scaffold', 'suppress', 'explain'],
    );
    const fix = session.resolve(first, actions[0]!.id)!;
    const { edits } = fix.edits[0]!;
    const text = `${tables.slice(0, edits[0]!.start)}${edits[0]!.newText}${tables.slice(edits[0]!.end)}`;
    assert.match(text, /^create table orders \(id int\);\n\nalter table public\.orders enable row level security;\n/);
    assert.equal(session.project().findings.filter((other) => other.rule === rule).length, 2, 'trying it changed nothing');
    assert.deepEqual(placesOf(session.setText(first, text, 1).findings, rule), [`${first}:5`]);
    const suppressed = session
      .setText(first, `-- production-gap-ignore-next-line rls-disabled -- read by everybody\n${tables}`, 2)
      .findings.filter((other) => other.rule === rule);
    assert.deepEqual(
      suppressed.map(({ status }) => status),
      ['suppressed', 'open'],
    );
  });

  it('reports nothing in folders that are left out', async () => {
    const { session } = await openLive({ [first]: tables, '.production-gap/config.json': '{"exclude": ["supabase/**"]}' });
    assert.deepEqual(placesOf(session.project().findings, rule), []);
  });

  it('takes other dialects for what they are, and not for a word in a comment', async () => {
    const client = {
      'src/db.ts':
        "import { createClient } from '@supabase/supabase-js';\nexport const db = createClient('', process.env.SUPABASE_ANON_KEY!);\n",
    };
    const places = async (text: string) =>
      placesOf((await openLive({ 'migrations/001_a.sql': text, ...client })).session.project().findings, rule);
    const policies = 'create table b (id uuid references auth.users (id)); alter table b enable row level security;';
    assert.deepEqual(await places(`/* keeps \`notes\` */\ncreate table a (id int);\n${policies}`), ['migrations/001_a.sql:2']);
    assert.deepEqual(await places(`create table if not exists \`a\` (id int);\n${policies}`), []);
    assert.deepEqual(await places('create table a (id int);'), [], 'nothing shows that it is behind an interface');
  });

  it('reads only the file that was edited', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `supabase/migrations/${20250101000000 + index}_t.sql`,
        `create table t${index} (id int);\nalter table t${index} enable row level security;\n`,
      ]),
    );
    const { session, type } = await openLive(files);
    assert.equal(session.project().findings.length, 0);
    type('supabase/migrations/20250101000150_t.sql', 'alter table t150 enable', 'alter table t8 disable');
    assert.equal(session.rejudged, 1);
    await session.settle();
    assert.equal(session.rejudged, 1, 'the file of t8');
    assert.deepEqual(placesOf(session.project().findings, rule), [
      'supabase/migrations/20250101000008_t.sql:1',
      'supabase/migrations/20250101000150_t.sql:1',
    ]);
  });
});
