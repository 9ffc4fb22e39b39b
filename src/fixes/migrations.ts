import type { ColumnFact, MigrationPlace, PolicyFact, PredicateFact, TableFact } from '../model/database';
import type { FixProposal, FixSource } from '../model/rule';

/** Writes SQL with the words of the language as the statement at hand has them. */
function cased(source: FixSource, near: { start: number }, sql: string): string {
  const isUpper = /^[A-Z]/.test(source.text.slice(near.start));
  return isUpper
    ? sql.replace(
        /\b(?:alter|table|enable|row|level|security|policy|on|to|using|with|check|select|create|for|all|alter|column|type)\b(?=(?:[^"]*"[^"]*")*[^"]*$)/g,
        (word) => word.toUpperCase(),
      )
    : sql;
}

function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A new migration that runs after all others. Nothing where the project's tool has to make it, or one of this name is there. */
function inNewMigration(
  migration: MigrationPlace,
  id: string,
  name: string,
  title: string,
  sql: (source: FixSource) => string[],
): FixProposal[] {
  const { next } = migration;
  if (!next) return [];
  const file = `${next.before}${name}${next.after}`;
  const build: FixProposal['build'] = (source) => {
    if (source.read?.(file) !== undefined) return undefined;
    const end = newline(source.text);
    return [
      {
        file,
        create: true,
        edits: [
          {
            start: 0,
            end: 0,
            newText: sql(source)
              .map((line) => `${line}${end}`)
              .join(''),
          },
        ],
      },
    ];
  };
  return [{ id, kind: 'scaffold', title, build }];
}

/** A name of a file made from names of the database. */
function fileName(...parts: string[]): string {
  return parts
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
}

/** What would let owners at their rows, as a comment: whether it is right, only people know. */
function sketch(table: TableFact): string[] {
  if (!table.owner?.isAccount) return ['-- Clients reach no row until policies say who may.'];
  const own = `(select auth.uid()) = ${table.owner.column}`;
  return [
    '-- Clients reach no row until policies say who may. If rows belong to people, one that lets them at their own:',
    `-- create policy "Owners reach their rows" on ${table.written} for all to authenticated`,
    `--   using (${own}) with check (${own});`,
  ];
}

/** Switches row level security on: behind the table where its migration is the last one, else in a new migration. */
export function enableRowLevelSecurity(table: TableFact): FixProposal[] {
  const here: FixProposal = {
    id: 'enable-rls',
    kind: 'suggestion',
    title: 'Enable row level security after this statement',
    build: (source) => {
      const { end } = table.statement;
      const isClosed = source.text[end - 1] === ';';
      const line = newline(source.text);
      const text = [cased(source, table.statement, `alter table ${table.written} enable row level security;`), ...sketch(table)].join(line);
      return [{ file: table.file, edits: [{ start: end, end, newText: `${isClosed ? '' : ';'}${line}${line}${text}` }] }];
    },
  };
  const migration = inNewMigration(
    table.migration,
    'enable-rls-migration',
    fileName('enable_rls_on', table.name),
    'Add a migration that enables row level security',
    (source) => [cased(source, table.statement, `alter table ${table.written} enable row level security;`), ...sketch(table)],
  );
  return table.migration.isLast ? [here, ...migration] : migration;
}

/** Limits a policy that is meant for the service role to that role, which no client acts as. */
export function limitToServiceRole(policy: PolicyFact): FixProposal[] {
  const first = [policy.using, policy.check]
    .filter((predicate) => predicate?.file === policy.file)
    .sort((a, b) => a!.span.start - b!.span.start)[0];
  const here: FixProposal = {
    id: 'to-service-role',
    kind: 'suggestion',
    title: 'Limit this policy to the service role',
    build: (source) => {
      if (!first) return undefined;
      const clause = /\b(?:using|with\s+check)\s*\(\s*$/i.exec(source.text.slice(policy.statement.start, first.span.start));
      if (!clause) return undefined;
      const at = policy.statement.start + clause.index;
      return [
        {
          file: policy.file,
          edits: [
            {
              start: at,
              end: at,
              newText: `${cased(source, policy.statement, 'to')} service_role${source.text[at - 1] === '\n' ? newline(source.text) : ' '}`,
            },
          ],
        },
      ];
    },
  };
  const migration = inNewMigration(
    policy.migration,
    'to-service-role-migration',
    fileName('limit', policy.name),
    'Add a migration that limits this policy to the service role',
    (source) => [cased(source, policy.statement, `alter policy ${policy.writtenName} on ${policy.table.written} to service_role;`)],
  );
  return policy.migration.isLast && policy.roles.join() === 'public' ? [here, ...migration] : migration;
}

/** Limits a policy to rows that name the account of whoever asks. `widest` are the conditions that let too much through. */
export function limitToOwner(policy: PolicyFact, widest: readonly PredicateFact[]): FixProposal[] {
  const { owner } = policy;
  if (!owner?.isAccount || widest.length === 0) return [];
  const own = `(select auth.uid()) = ${/^[a-z_][a-z0-9_]*$/.test(owner.column) ? owner.column : `"${owner.column}"`}`;
  const here: FixProposal = {
    id: 'owner-only',
    kind: 'suggestion',
    title: `Limit this policy to rows whose ${owner.column} is the person asking`,
    build: (source) =>
      widest.every(({ file }) => file === policy.file)
        ? [{ file: policy.file, edits: widest.map(({ span }) => ({ ...span, newText: cased(source, policy.statement, own) })) }]
        : undefined,
  };
  const clauses = [
    ...(widest.includes(policy.using!) ? [`using (${own})`] : []),
    ...(widest.includes(policy.check!) ? [`with check (${own})`] : []),
  ].join(' ');
  const migration = inNewMigration(
    policy.migration,
    'owner-only-migration',
    fileName('limit', policy.name),
    `Add a migration that limits this policy to rows whose ${owner.column} is the person asking`,
    (source) => [cased(source, policy.statement, `alter policy ${policy.writtenName} on ${policy.table.written} ${clauses};`)],
  );
  return policy.migration.isLast ? [here, ...migration] : migration;
}

/** Gives a column another type, in a new migration: what is in it is converted by the database. */
export function storeInMigration(table: TableFact, column: ColumnFact, type: string): FixProposal[] {
  const name = /^[a-z_][a-z0-9_]*$/.test(column.name) ? column.name : `"${column.name}"`;
  return inNewMigration(
    table.migration,
    'exact-type-migration',
    fileName('exact', table.name, column.name),
    `Add a migration that keeps ${column.name} as ${type}`,
    (source) => [cased(source, table.statement, `alter table ${table.written} alter column ${name} type ${type};`)],
  );
}
