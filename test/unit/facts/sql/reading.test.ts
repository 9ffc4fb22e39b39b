import { strict as assert } from 'node:assert';
import { readSql } from '../../../../src/facts/sql/readStatement';
import { splitStatements } from '../../../../src/syntax/sql/statements';
import { tokenize } from '../../../../src/syntax/sql/tokens';

/** Kinds of changes with the names they are about. */
function kinds(text: string): string[] {
  return readSql(text).map((change) =>
    'table' in change ? `${change.kind} ${change.table.schema ?? 'public'}.${change.table.name}` : change.kind,
  );
}

const statements = (text: string): string[] => splitStatements(text).map(({ start, end }) => text.slice(start, end));

describe('SQL text', () => {
  it('is cut into statements: not in strings, names, comments, bodies of functions', () => {
    const text = `select ';', E'a\\';b', "a;b"; -- c;\n/* d; /* e; */ f; */ do $body$ begin; end $body$; select $1;`;
    assert.deepEqual(statements(text), [`select ';', E'a\\';b', "a;b";`, 'do $body$ begin; end $body$;', 'select $1;']);
  });

  it('has names as the database reads them, with their exact places', () => {
    const text = `CREATE TABLE Public."Or""ders" (Id int)`;
    const tokens = tokenize(text);
    assert.deepEqual(
      tokens.map((token) => token.text),
      ['create', 'table', 'public', '.', 'Or"ders', '(', 'id', 'int', ')'],
    );
    assert.ok(tokens.every((token) => text.slice(token.start, token.end).length > 0 && token.end > token.start));
    assert.equal(text.slice(tokens[4]!.start, tokens[4]!.end), '"Or""ders"');
    assert.equal(tokenize(`"${'ä'.repeat(40)}"`)[0]!.text, 'ä'.repeat(31), '63 bytes of a name are kept');
  });

  it('that is being typed loses the statement at hand and no other', () => {
    const text = `create table a (id int);\nalter table a enable row level secu\n\ncreate table b (id int)\ncreate policy "x" on b for\ndrop policy "y" on b;\ncreate table c (t text default 'it''s);\ncreate table d (id int);`;
    assert.deepEqual(kinds(text), [
      'create-table public.a',
      'unread public.a',
      'create-table public.b',
      'unread public.b',
      'drop-policy public.b',
      'unread public.c',
      'create-table public.d',
    ]);
  });

  it('never throws and never loses its way in time, wherever it is cut', () => {
    const text = `create table a (id int, n numeric(3, 2) default 0 check (n > 0), constraint k unique (id, n));\ncreate policy "p" on a as restrictive for update to authenticated, anon using ((select auth.uid()) = id) with check (true);\ndo $$ begin if true then alter table a enable row level security; end if; end $$;\ngrant select (id), insert on table a, b to anon;\nalter table a add column b text references c (id), drop constraint k, rename to z;`;
    for (let end = 0; end <= text.length; end++) {
      for (const change of [...readSql(text.slice(0, end)), ...readSql(text.slice(end))]) assert.ok(change.span.end >= change.span.start);
    }
  });

  it('of a dump has data that is no SQL', () => {
    const text = 'create table a (id int);\nCOPY public.a (id) FROM stdin;\n1; drop table a;\n\\.\n\\connect x\ncreate table b (id int);';
    assert.deepEqual(kinds(text), ['create-table public.a', 'create-table public.b']);
  });

  it('is read in blocks and in what they execute, and doubted where it is put together', () => {
    const text = `do $$ declare r record; begin
      if not exists (select case when true then 1 else 2 end) then create policy "p" on a using (true); else drop table b; end if;
      execute 'alter table c enable row level security';
      for r in select 1 loop execute format('alter table %I enable row level security', r.x); end loop;
      execute 'drop policy ' || r.name || ' on a';
    exception when others then null; end $$;`;
    assert.deepEqual(kinds(text), ['create-policy public.a', 'drop-table public.b', 'rls public.c', 'dynamic', 'dynamic']);
  });
});

describe('Conditions of policies', () => {
  const width = (condition: string): string | undefined => {
    const [policy] = readSql(`create policy p on t using (${condition});`);
    return policy?.kind === 'create-policy' ? policy.using?.width : undefined;
  };

  it('let everything, people who signed in, some rows, the server or nothing through', () => {
    const expected = {
      everything: [
        'true',
        'TRUE',
        '((true))',
        '1=1',
        'auth.uid() = id or true',
        `auth.role() = 'anon'`,
        `auth.role() in ('anon', 'authenticated')`,
        `(select auth.role()) = any (array['anon', 'authenticated'])`,
      ],
      'signed-in': [
        `auth.role() = 'authenticated'`,
        `auth.role() = 'authenticated'::text`,
        'auth.uid() is not null',
        '(select auth.uid()) is not null',
        '( SELECT auth.uid() AS uid) IS NOT NULL',
        `(auth.jwt() ->> 'role') = 'authenticated'`,
        `auth.uid() is not null and true`,
        'not auth.uid() is null',
      ],
      some: [
        'auth.uid() = user_id',
        'auth.uid() is not null and auth.uid() = user_id',
        'exists (select 1 from t where true)',
        'n between 1 and 2',
        'is_admin()',
        `bucket_id = 'a'`,
        'auth.uid() is null',
        `true and (a or b)`,
      ],
      service: [
        `auth.role() = 'service_role'`,
        `(auth.jwt() ->> 'role') = 'service_role'`,
        `auth.role() = 'service_role' and a = b`,
        `current_user = 'postgres'`,
      ],
      nothing: ['false', 'false and true', '1 = 0'],
    };
    for (const [name, conditions] of Object.entries(expected))
      for (const condition of conditions) assert.equal(width(condition), name, condition);
  });
});
