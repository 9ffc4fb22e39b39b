import { strict as assert } from 'node:assert';
import { databasesOf, nextMigration } from '../../../../src/facts/sql/databases';
import { readSql } from '../../../../src/facts/sql/readStatement';
import { replay } from '../../../../src/facts/sql/replay';
import type { FunctionState } from '../../../../src/facts/sql/state';

const run = (...texts: string[]) => replay(texts.map((text, index) => ({ file: `${index}.sql`, changes: readSql(text) })));

describe('Migrations', () => {
  it('leave columns, keys and indexes as they are in the end', () => {
    const { tables } = run(
      `create table customers (id uuid primary key);
       create table orders (id bigint generated always as identity primary key, "Total" numeric(12,2) not null default 0, note text, customer uuid references customers on delete cascade, unique (id, note), check ("Total" > 0));
       create unique index concurrently if not exists orders_note on orders using btree (lower(note), customer);`,
      `alter table customers rename to clients;
       alter table only public.orders drop column if exists note cascade, add column if not exists paid_at timestamptz, alter column "Total" type numeric(14, 2), alter customer set not null, add constraint fk foreign key (paid_at) references elsewhere.times (at);
       alter table orders rename column customer to client;
       create index on orders (client);
       drop index orders_note;`,
    );
    assert.deepEqual([...tables.keys()].sort(), ['public.clients', 'public.orders']);
    const orders = tables.get('public.orders')!;
    assert.deepEqual(
      orders.columns.map(({ name, type, notNull, references, file }) => [name, type, notNull, references, file]),
      [
        ['id', 'bigint', true, undefined, '0.sql'],
        ['Total', 'numeric(14, 2)', true, undefined, '0.sql'],
        ['client', 'uuid', true, 'public.clients', '0.sql'],
        ['paid_at', 'timestamptz', false, 'elsewhere.times', '1.sql'],
      ],
    );
    assert.deepEqual(
      orders.keys.map(({ type, columns, references }) => `${type} ${columns.join()}${references ? ` > ${references}` : ''}`),
      ['primary id', 'foreign client > public.clients', 'check ', 'foreign paid_at > elsewhere.times', 'index client'],
    );
  });

  it('move policies with their table, and take them along when it goes', () => {
    const { policies } = run(
      `create table a (id int); create policy p on a using (true); alter table a rename to b; alter table b set schema s; create policy q on s.b using (true); alter policy q on s.b rename to r;`,
      `create table c (id int); create policy p on c using (true); drop table c;`,
    );
    assert.deepEqual(
      [...policies.values()].map(({ schema, table, name }) => `${schema}.${table} ${name}`),
      ['s.b p', 's.b r'],
    );
  });

  it('tell what functions write, whether they look at who calls, and what they call', () => {
    const { functions } = run(
      `create function a(p_id uuid, p_token text) returns void language plpgsql as $$ begin
         create temp table seen (id uuid); insert into seen values (p_id);
         update only public.rooms r set title = upper(f.x(1)), (a, b) = (1, 2) from y where r.id = p_id;
         if exists (select 1 from t for update) then delete from old.t; end if; perform mine(p_id); end $$;
       create function b(text) returns void language sql as 'insert into t (k) values ($1) on conflict (k) do update set k = 1';
       create function c(p_token text) returns void language sql as $$ delete from t where token = p_token $$;
       create function d(q text) returns void language plpgsql as $$ begin execute format('drop %I', q); end $$;
       create function e() returns void language plv8 as $$ x $$;
       create function f() returns void language sql begin atomic delete from t; end;`,
    );
    const body = (name: string): FunctionState['body'] => functions.get(`public.${name}`)!.body;
    assert.deepEqual(body('a')?.writes, [
      { verb: 'update', table: 'public.rooms', columns: ['title', 'a', 'b'] },
      { verb: 'delete', table: 'old.t', columns: [] },
    ]);
    assert.deepEqual(
      body('a')?.calls.map(({ schema, name }) => `${schema ?? ''}.${name}`),
      ['f.x', '.mine'],
    );
    assert.deepEqual(
      ['a', 'b', 'c'].map((name) => body(name)?.asks),
      [false, false, true],
    );
    assert.deepEqual(body('b')?.writes, [{ verb: 'insert', table: 'public.t', columns: ['k'] }]);
    assert.deepEqual([body('d')?.dynamic, body('d')?.runsText, body('e')], [true, false, undefined]);
    assert.deepEqual([body('f')?.writes.length, body('f')?.takesNothing], [1, true]);
  });

  it('leave functions where they are in the end, with a doubt where a trigger or a loop may take them from clients', () => {
    const { functions } = run(
      `create function a() returns void language sql as $$ select 1 $$; alter function a() rename to b; alter function b() set schema own;
       create schema gone; create function gone.c() returns void language sql as $$ select 1 $$; drop schema gone cascade;
       create function d() returns void language sql as $$ select 1 $$; create function e() returns void language sql as $$ select 1 $$;
       do $$ begin execute format('revoke execute on function %s from anon', (select oid::regprocedure from pg_proc p where p.proname = 'd')); end $$;
       create function guard() returns event_trigger language plpgsql as $$ begin execute 'revoke all on function x from public'; end $$;
       create function f() returns void language sql as $$ select 1 $$;`,
    );
    assert.deepEqual(
      [...functions].map(([key, { doubt }]) => [key, doubt !== undefined]),
      [
        ['own.b', false],
        ['public.d', true],
        ['public.e', false],
        ['public.guard', false],
        ['public.f', true],
      ],
    );
  });

  it('tell which functions run with the rights of their owner, and who may call them', () => {
    const { functions } = run(
      `create function a() returns void language sql security definer set search_path = '' as $$ select 1 $$; create function b() returns trigger language plpgsql as $$ begin end $$;`,
      `revoke execute on function public.a() from public, anon; grant execute on function a to service_role; alter function b() security definer set search_path to public, extensions;`,
    );
    const a = functions.get('public.a')!;
    const b = functions.get('public.b')!;
    assert.deepEqual([a.definer, a.searchPath, a.trigger, [...a.callers]], [true, '', false, ['service_role']]);
    assert.deepEqual([b.definer, b.searchPath, b.trigger, [...b.callers]], [true, 'public, extensions', true, ['public']]);
  });

  it('give and take rights on tables that are there and that are to come', () => {
    const { tables } = run(
      `create table a (id int); revoke all on all tables in schema public from anon; create table b (id int); alter default privileges in schema public revoke all on tables from anon; create table c (id int); grant select on c to anon; create table d (id int); grant insert on d to anon; revoke insert, update, delete on b from anon; create table e (id int); grant select on sequence e_seq to anon`,
    );
    assert.deepEqual(
      [...tables.values()].map(({ name, granted }) => `${name} ${granted.anon}`),
      ['a no', 'b read', 'c read', 'd yes', 'e no'],
    );
  });
});

describe('Databases of a project', () => {
  const none = () => undefined;
  const found = (files: string[], read: (file: string) => string | undefined = none) =>
    databasesOf(files, read).map(({ id, kind, files: own }) => [kind, id, ...own]);

  it('run the migrations of Supabase by their time, without what stands beside them', () => {
    const files = [
      'supabase/migrations/20250102000000_b.sql',
      'supabase/migrations/20250101000000_a.sql',
      'supabase/seed.sql',
      'supabase/schema.sql',
      'supabase/schemas/a.sql',
      'examples/x/supabase/migrations/1_a.sql',
      'supabase/migrations-backup/2_schema.sql',
    ];
    assert.deepEqual(found(files), [
      ['supabase', 'supabase', 'supabase/migrations/20250101000000_a.sql', 'supabase/migrations/20250102000000_b.sql'],
    ]);
    assert.deepEqual(found(['supabase/schema.sql', 'supabase/seed.sql']), [['supabase', 'supabase', 'supabase/schema.sql']]);
  });

  it('run those of Prisma, of Drizzle in the order of its journal, and numbered ones', () => {
    const files = [
      'prisma/migrations/2_b/migration.sql',
      'prisma/migrations/10_a/migration.sql',
      'prisma/migrations/migration_lock.toml',
      'drizzle/0001_b.sql',
      'drizzle/0000_a.sql',
      'drizzle/meta/_journal.json',
      'db/migrations/001_x.up.sql',
      'db/migrations/001_x.down.sql',
      'db/queries/users.sql',
    ];
    const read = (file: string) =>
      file.endsWith('_journal.json')
        ? '{"dialect":"postgresql","entries":[{"idx":1,"tag":"0000_a"},{"idx":0,"tag":"0001_b"}]}'
        : file.endsWith('.toml')
          ? 'provider = "postgresql"'
          : undefined;
    assert.deepEqual(found(files, read), [
      ['prisma', 'prisma/migrations', 'prisma/migrations/2_b/migration.sql', 'prisma/migrations/10_a/migration.sql'],
      ['drizzle', 'drizzle', 'drizzle/0001_b.sql', 'drizzle/0000_a.sql'],
      ['plain', 'db/migrations', 'db/migrations/001_x.up.sql'],
    ]);
    assert.deepEqual(
      found(files, (file) => read(file)?.replace('postgresql', 'sqlite')).map(([kind]) => kind),
      ['plain'],
    );
  });

  it('say what a migration that runs last is called', () => {
    const next = (file: string, kind: 'supabase' | 'prisma' | 'drizzle' | 'plain') => nextMigration({ id: '', kind, files: [file] });
    assert.deepEqual(next('supabase/migrations/20241231235959_a.sql', 'supabase'), {
      before: 'supabase/migrations/20250101000000_',
      after: '.sql',
    });
    assert.deepEqual(next('supabase/migrations/20250101000099_a.sql', 'supabase'), {
      before: 'supabase/migrations/20250101000100_',
      after: '.sql',
    });
    assert.deepEqual(next('prisma/migrations/20250101000000_a/migration.sql', 'prisma'), {
      before: 'prisma/migrations/20250101000001_',
      after: '/migration.sql',
    });
    assert.deepEqual(next('scripts/009_a.sql', 'plain'), { before: 'scripts/010_', after: '.sql' });
    assert.equal(next('drizzle/0000_a.sql', 'drizzle'), undefined);
  });
});
