import { defineLibrary } from '../model/library';

/** Query builders and drivers of which only the way around their protection matters here. */
export default defineLibrary({
  id: 'sql-tools',
  title: 'SQL drivers',
  packages: ['kysely', 'mssql', 'oracledb', 'pg-promise', 'sqlstring', '@planetscale/database'],
  aliases: {
    'mssql#Request()': 'mssql#request',
    'mssql#ConnectionPool()': 'mssql#pool',
    'mssql#connect()': 'mssql#pool',
    'mssql#pool.connect()': 'mssql#pool',
    'mssql#pool.request()': 'mssql#request',
    'mssql#request.input()': 'mssql#request',
    'pg-promise#()()': 'pg-promise#db',
    '@planetscale/database#connect()': '@planetscale/database#connection',
  },
  types: { 'mssql#ConnectionPool': 'mssql#pool', 'mssql#Request': 'mssql#request' },
  calls: {
    // PartiQL, and statements that are sent as a command: `new ExecuteStatementCommand({ Statement })`.
    '@aws-sdk/client-dynamodb#ExecuteStatementCommand': { sinks: [{ category: 'sql', arg: 'option:Statement' }] },
    '@aws-sdk/lib-dynamodb#ExecuteStatementCommand': { sinks: [{ category: 'sql', arg: 'option:Statement' }] },
    '@aws-sdk/client-rds-data#ExecuteStatementCommand': { sinks: [{ category: 'sql', arg: 'option:sql' }] },
    '@aws-sdk/client-rds-data#BatchExecuteStatementCommand': { sinks: [{ category: 'sql', arg: 'option:sql' }] },
    '@aws-sdk/client-athena#StartQueryExecutionCommand': { sinks: [{ category: 'sql', arg: 'option:QueryString' }] },
    'kysely#sql.raw': { sinks: [{ category: 'sql', arg: 0 }] },
    'mssql#request.query': { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0 }] },
    'mssql#request.batch': { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0 }] },
    'mssql#query': { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0 }] },
    ...Object.fromEntries(['any', 'one', 'oneOrNone', 'many', 'manyOrNone', 'none', 'query', 'result'].map((name) => [`pg-promise#db.${name}`, { data: { operation: 'raw' as const }, sinks: [{ category: 'sql' as const, arg: 0, safeWhen: 'values-argument' as const }] }])),
    '@planetscale/database#connection.execute': { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] },
    'sqlstring#escape': { sanitises: ['sql'] },
    'sqlstring#escapeId': { sanitises: ['sql'] },
    'sqlstring#format': { sanitises: ['sql'] },
  },
});
