import type { SqlName } from '../../syntax/sql/cursor';
import type { SqlToken } from '../../syntax/sql/tokens';

/** Schemas of PostgreSQL, of the platform and of extensions: their functions know nothing of an application's people. */
const schemas = new Set([
  'pg_catalog',
  'information_schema',
  'extensions',
  'vault',
  'net',
  'http',
  'cron',
  'pgmq',
  'realtime',
  'storage',
  'pgsodium',
]);

/** Functions of PostgreSQL and its usual extensions by families of names. */
const families =
  /^(?:(?:jsonb?|array|regexp|pg|uuid|st|txid|xml|pgp|quote|has_\w+(?=_privilege$))_\w+|(?:int[48]|num|ts|tstz|date)(?:multi)?range)$/;

const single = new Set(
  (
    'abs age avg bit_and bit_length bit_or bool_and bool_or btrim cardinality cast cbrt ceil ceiling char_length chr clock_timestamp coalesce concat ' +
    'concat_ws convert_from convert_to corr cosine_distance count crypt cume_dist current_database current_date current_schema current_schemas ' +
    'current_setting current_time current_timestamp currval date date_add date_bin date_part date_subtract date_trunc dblink decode degrees dense_rank ' +
    'digest div encode every exp extract first_value floor format gcd gen_random_bytes gen_random_uuid gen_salt generate_series generate_subscripts ' +
    'greatest grouping hashtext hashtextextended hmac host http_get http_post immutable_unaccent inet_client_addr initcap isempty isfinite justify_days ' +
    'justify_hours justify_interval l2_distance lag last_value lastval lcm lead least left length levenshtein ln localtime localtimestamp log log10 lower ' +
    'lower_inc lpad ltrim make_date make_interval make_time make_timestamp make_timestamptz max md5 metaphone min mod mode nextval normalize now ' +
    'nth_value ntile nullif num_nonnulls num_nulls numnode octet_length overlay percent_rank percentile_cont percentile_disc phraseto_tsquery pi ' +
    'plainto_tsquery position power querytree radians random rank repeat replace reverse right round row_number row_to_json rpad rtrim set_bit ' +
    'set_config setseed setval setweight sha224 sha256 sha384 sha512 sign similarity sin soundex split_part sqrt starts_with statement_timestamp stddev ' +
    'stddev_pop stddev_samp string_agg string_to_array string_to_table strip strict_word_similarity strpos substr substring sum tan text timeofday timezone ' +
    'to_char to_date to_hex to_json to_jsonb to_number to_regclass to_timestamp to_tsquery to_tsvector transaction_timestamp translate trim trim_array ' +
    'trunc ts_headline ts_rank ts_rank_cd unaccent unnest upper upper_inc var_pop var_samp variance vector_dims websearch_to_tsquery width_bucket ' +
    'word_similarity xmlagg acos asin atan atan2 cos cosh int4 int8 float8 bool boolean integer bigint uuid jsonb json'
  ).split(' '),
);

/** A function that PostgreSQL or the platform brings along. */
export function isBuiltIn({ schema, name }: SqlName): boolean {
  return schema !== undefined ? schemas.has(schema) : single.has(name) || families.test(name);
}

const notCalls = new Set(
  (
    'and or not in any all some exists values if elsif elseif when then else case while loop return returning using where on set select from by having over filter ' +
    'group within between like ilike is distinct union except intersect lateral as with recursive materialized check default key unique conflict ' +
    'primary references interval timestamp timestamptz time timetz numeric decimal varchar char character varying bit vector halfvec precision float ' +
    'into limit offset raise exception notice warning perform execute do columns array row do begin end declare constant ' +
    'window partition order range rows cube rollup sets add constraint foreign cascade table tables'
  ).split(' '),
);

/** Is what stands in front of a bracket something else than a call: a keyword, a type, a table whose columns follow? */
export function isSyntax(tokens: readonly SqlToken[], start: number, bracket: number): boolean {
  const name = tokens[bracket - 1];
  if (name?.kind === 'word' && start === bracket - 1 && notCalls.has(name.text)) return true;
  const before = tokens[start - 1];
  // `insert into t (…)`, `with x (a) as (…)`, `jsonb_to_recordset(…) as x(a int)`, `create table if not exists t (…)`.
  if (before?.kind === 'word' && ['into', 'as', 'with', 'recursive', 'table', 'exists', 'references', 'only'].includes(before.text))
    return true;
  // `value::numeric(12, 2)`, and the alias of rows with its columns: `from unnest(…) u(id)`.
  return before?.kind === 'symbol' && (before.text === '::' || before.text === ')');
}
