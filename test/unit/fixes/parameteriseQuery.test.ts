import type { TaintedSink } from '../../../src/model/facts';
import { parameteriseQuery } from '../../../src/fixes/parameteriseQuery';
import { check, facts, idioms, type Case } from './support';

/** Marks: the call, and the dangerous expression if it is not the first argument. */
function query(before: string, after: string | undefined, library = 'pg', more: Partial<TaintedSink> = {}, rest: Partial<Case> = {}): void {
  check({
    before,
    after,
    make: (spans) => parameteriseQuery(facts.taintedSink(spans[0]!, spans[1] ?? spans[0]!, { library, ...more })),
    ...rest,
  });
}

describe('fixes: parameteriseQuery', () => {
  it('numbers the placeholders of pg', () => {
    query(
      '«db.query(`SELECT * FROM users WHERE id = ${id} AND name = ${req.body.name}`)»;\n',
      '«db.query(`SELECT * FROM users WHERE id = $1 AND name = $2`, [id, req.body.name])»;\n',
    );
  });
  it('takes quotes away with the value', () => {
    query(
      "«db.query(`SELECT * FROM users WHERE name = '${name}' LIMIT 1`)»;\n",
      '«db.query(`SELECT * FROM users WHERE name = $1 LIMIT 1`, [name])»;\n',
    );
    query(
      "«db.query(`SELECT * FROM users WHERE name ILIKE '%${q}%'`)»;\n",
      '«db.query(`SELECT * FROM users WHERE name ILIKE $1`, [`%${q}%`])»;\n',
    );
    query(
      "«db.query(`SELECT * FROM t WHERE a = '${x}-${y}' AND b = ${z}`)»;\n",
      '«db.query(`SELECT * FROM t WHERE a = $1 AND b = $2`, [`${x}-${y}`, z])»;\n',
    );
  });
  it('keeps casts, comments and lines', () => {
    query(
      `async function f() {
  const { rows } = await «db.query(\`
    -- recent first
    SELECT * FROM orders
    WHERE created > \${since}::date
    LIMIT \${limit} OFFSET \${offset}
  \`)»;
}
`,
      `async function f() {
  const { rows } = await «db.query(\`
    -- recent first
    SELECT * FROM orders
    WHERE created > $1::date
    LIMIT $2 OFFSET $3
  \`, [since, limit, offset])»;
}
`,
    );
  });
  it('goes on behind values that are there', () => {
    query(
      '«db.query(`SELECT * FROM t WHERE a = $1 AND b = ${b}`, [a])»;\n',
      '«db.query(`SELECT * FROM t WHERE a = $1 AND b = $2`, [a, b])»;\n',
    );
    query(
      '«db.query(`SELECT * FROM t WHERE b = ${b} AND a = ?`, [a])»;\n',
      '«db.query(`SELECT * FROM t WHERE b = ? AND a = ?`, [b, a])»;\n',
      'mysql2',
    );
    query('«db.query(`SELECT * FROM t WHERE a = $1 AND b = ${b}`, values)»;\n', undefined);
  });
  it('puts values in front of a callback', () => {
    query(
      '«db.query(`SELECT * FROM t WHERE a = ${a}`, (err, rows) => {})»;\n',
      '«db.query(`SELECT * FROM t WHERE a = ?`, [a], (err, rows) => {})»;\n',
      'mysql2',
    );
  });
  it('joins a concatenation into one literal', () => {
    query(
      "«db.query('SELECT * FROM t WHERE a = ' + a + ' AND b = ' + b)»;\n",
      "«db.query('SELECT * FROM t WHERE a = $1 AND b = $2', [a, b])»;\n",
    );
    query(
      `«db.query("SELECT * FROM t WHERE a = '" + a + "' AND b > 1")»;\n`,
      '«db.query("SELECT * FROM t WHERE a = $1 AND b > 1", [a])»;\n',
    );
    query(`«db.query("SELECT * FROM t WHERE a LIKE '%" + a + "%'")»;\n`, '«db.query("SELECT * FROM t WHERE a LIKE $1", [`%${a}%`])»;\n');
    query(
      "«db.query('SELECT * FROM t WHERE a = ' + req.params.a)»;\n",
      "«db.query('SELECT * FROM t WHERE a = ?', [req.params.a])»;\n",
      'mysql2',
    );
  });
  it('handles inserts, lists and functions', () => {
    query("«db.query(`INSERT INTO t (a, b) VALUES (${a}, '${b}')`)»;\n", '«db.query(`INSERT INTO t (a, b) VALUES ($1, $2)`, [a, b])»;\n');
    query(
      '«db.query(`UPDATE t SET a = ${a}, b = ${b} WHERE id = ${id}`)»;\n',
      '«db.query(`UPDATE t SET a = $1, b = $2 WHERE id = $3`, [a, b, id])»;\n',
    );
    query(
      '«db.query(`SELECT * FROM t WHERE a IN (${a}, ${b}) AND lower(c) = lower(${c})`)»;\n',
      '«db.query(`SELECT * FROM t WHERE a IN ($1, $2) AND lower(c) = lower($3)`, [a, b, c])»;\n',
    );
    query(
      '«db.query(`SELECT * FROM t WHERE a BETWEEN ${a} AND ${b}`)»;\n',
      '«db.query(`SELECT * FROM t WHERE a BETWEEN $1 AND $2`, [a, b])»;\n',
    );
  });
  it('follows a constant that only the call uses', () => {
    query(
      'async function f(a) {\n  const sql = `SELECT * FROM t WHERE a = ${a}`;\n  return «db.query(sql)»;\n}\n',
      'async function f(a) {\n  const sql = `SELECT * FROM t WHERE a = $1`;\n  return «db.query(sql, [a])»;\n}\n',
    );
    query(
      'async function f(a) {\n  const sql = `SELECT * FROM t WHERE a = ${a}`;\n  await other(sql);\n  return «db.query(sql)»;\n}\n',
      undefined,
    );
  });
  it('keeps constants of the file where they are', () => {
    query(
      "const TABLE = 'users';\n«db.query(`SELECT * FROM ${TABLE} WHERE id = ${id}`)»;\n",
      "const TABLE = 'users';\n«db.query(`SELECT * FROM ${TABLE} WHERE id = $1`, [id])»;\n",
    );
    query(
      "const TABLE = 'users';\n«db.query('SELECT * FROM ' + TABLE + ' WHERE id = ' + id)»;\n",
      "const TABLE = 'users';\n«db.query(`SELECT * FROM ${TABLE} WHERE id = $1`, [id])»;\n",
    );
  });
  it('fills query objects and replacements', () => {
    query(
      '«db.query({ text: `SELECT * FROM t WHERE a = ${a}` })»;\n',
      '«db.query({ text: `SELECT * FROM t WHERE a = $1`, values: [a] })»;\n',
    );
    query(
      '«sequelize.query(`SELECT * FROM t WHERE a = ${a}`, { type: QueryTypes.SELECT })»;\n',
      '«sequelize.query(`SELECT * FROM t WHERE a = ?`, { type: QueryTypes.SELECT, replacements: [a] })»;\n',
      'sequelize',
    );
    query(
      '«sequelize.query(`SELECT * FROM t WHERE a = ${a}`)»;\n',
      '«sequelize.query(`SELECT * FROM t WHERE a = ?`, { replacements: [a] })»;\n',
      'sequelize',
    );
    query("«knex.raw(`SELECT * FROM t WHERE a = '${a}'`)»;\n", '«knex.raw(`SELECT * FROM t WHERE a = ?`, [a])»;\n', 'knex');
  });
  it('makes tagged templates for Prisma and its like', () => {
    query(
      "await «prisma.$queryRawUnsafe(`SELECT * FROM t WHERE a = '${a}' AND b = ${b}`)»;\n",
      'await «prisma.$queryRaw`SELECT * FROM t WHERE a = ${a} AND b = ${b}`»;\n',
      'prisma',
    );
    query(
      "await «prisma.$queryRawUnsafe<Row[]>(`SELECT * FROM t WHERE a LIKE '%${a}%'`)»;\n",
      'await «prisma.$queryRaw<Row[]>`SELECT * FROM t WHERE a LIKE ${`%${a}%`}`»;\n',
      'prisma',
    );
    query(
      "await «prisma.$executeRawUnsafe('DELETE FROM t WHERE a = ' + a)»;\n",
      'await «prisma.$executeRaw`DELETE FROM t WHERE a = ${a}`»;\n',
      'prisma',
    );
    query('await «sql.unsafe(`SELECT * FROM t WHERE a = ${a}`)»;\n', 'await «sql`SELECT * FROM t WHERE a = ${a}`»;\n', 'postgres');
    query(
      'await db.execute(«sql.raw(`SELECT * FROM t WHERE a = ${a}`)»);\n',
      'await db.execute(«sql`SELECT * FROM t WHERE a = ${a}`»);\n',
      'drizzle',
    );
    query('await «prisma.$queryRawUnsafe(`SELECT * FROM ${table} WHERE a = ${a}`)»;\n', undefined, 'prisma');
  });
  it('asks the packages which database TypeORM speaks to', () => {
    const before = '«manager.query(`SELECT * FROM t WHERE a = ${a}`)»;\n';
    query(
      before,
      '«manager.query(`SELECT * FROM t WHERE a = $1`, [a])»;\n',
      'typeorm',
      {},
      { project: idioms({ dependencies: { pg: '8.0.0' } }) },
    );
    query(
      before,
      '«manager.query(`SELECT * FROM t WHERE a = ?`, [a])»;\n',
      'typeorm',
      {},
      { project: idioms({ dependencies: { mysql2: '3.0.0' } }) },
    );
    query(before, undefined, 'typeorm');
  });
  it('refuses names, clauses and lists', () => {
    for (const sql of [
      'SELECT * FROM ${table}',
      'SELECT ${columns} FROM t',
      'SELECT a, ${b} FROM t',
      'SELECT * FROM t ORDER BY ${column}',
      'SELECT * FROM t ORDER BY a ${direction}',
      'SELECT * FROM t WHERE ${condition}',
      'SELECT * FROM t WHERE a = 1 AND ${condition}',
      'SELECT * FROM t WHERE a = 1 ${rest}',
      'UPDATE t SET ${column} = 1',
      'UPDATE t SET a = 1, ${column} = 2',
      'INSERT INTO t (${columns}) VALUES (1)',
      'INSERT INTO ${table} VALUES (1)',
      'SELECT * FROM "${table}"',
      'SELECT * FROM t WHERE "${column}" = 1',
      'SELECT * FROM t WHERE a IN (${ids.join(",")})',
      'SELECT * FROM t JOIN u ON t.id = ${alias}.id',
      'SELECT * FROM t WHERE (${condition})',
      'SELECT * FROM t_${tenant} WHERE a = 1',
      'SELECT * FROM t GROUP BY a, ${column}',
      'DELETE FROM t WHERE ${column} = ${value}',
    ]) {
      query(`«db.query(\`${sql}\`)»;\n`, undefined);
    }
  });
  it('refuses LIMIT in statements that MySQL prepares', () => {
    query('«db.execute(`SELECT * FROM t LIMIT ${limit}`)»;\n', undefined, 'mysql2');
    query('«db.query(`SELECT * FROM t LIMIT ${limit}`)»;\n', '«db.query(`SELECT * FROM t LIMIT ?`, [limit])»;\n', 'mysql2');
  });
  it('leaves constant queries and unknown libraries alone', () => {
    query('«db.query(`SELECT 1`)»;\n', undefined);
    query('«db.query(`SELECT * FROM t WHERE a = ${a}`)»;\n', undefined, 'unheard-of');
    query('«db.query(`SELECT * FROM t WHERE a = ${a}`)»;\n', undefined, 'pg', { category: 'command' });
  });
});
