import { defineLibrary, type CallRole } from '../model/library';

const client = 'supabase#client';
const user = 'supabase#userClient';
const admin = 'supabase#adminClient';
const isAdminKey = /service_?role|secret_?key|service_?key|admin_?key|sb_secret_/i;
/** Requests run as the caller whose token or cookies the client was given, even with another key; a service key goes around all policies. */
const asCaller = { arg: 2, option: 'global.headers.Authorization', value: user };
const asService = { arg: 2, option: 'global.headers.Authorization', text: isAdminKey, value: admin };
const withAdminKey = { arg: 1, text: isAdminKey, value: admin };

/** The values that hang off a kind of client, shared with plain clients where the kind plays no part. */
function kind(name: 'user' | 'admin'): Record<string, string> {
  const own = `supabase#${name}Client`;
  return {
    [`${own}.from()`]: `supabase#${name}Table`,
    [`${own}.schema()`]: own,
    [`${own}.rpc()`]: 'supabase#called',
    [`${own}.auth`]: 'supabase#client.auth',
    [`${own}.storage`]: 'supabase#client.storage',
    [`${own}.functions`]: 'supabase#client.functions',
    ...Object.fromEntries(['insert', 'update', 'upsert', 'delete'].map((verb) => [`supabase#${name}Table.${verb}()`, 'supabase#written'])),
    [`supabase#${name}Table.select()`]: 'supabase#selected',
  };
}
const write: CallRole = { data: { operation: 'write', target: 'chain', policed: true }, record: 0 };
// https://supabase.com/docs/reference/javascript/select: a project gives 1,000 rows at most unless it is configured otherwise.
const read: CallRole = {
  data: {
    operation: 'read',
    many: true,
    target: 'chain',
    bound: { chained: ['limit', 'range', 'single', 'maybeSingle'] },
    capped: 1000,
    where: { by: 'chain' },
    policed: true,
  },
};

// Projects made since 2022 load safeupdate for the API: https://github.com/supabase/postgres, migration enable-safeupdate-postgrest.
const fitting: CallRole = {
  data: {
    ...write.data!,
    fits: {
      by: 'chain',
      neutral: [
        'from',
        'schema',
        'update',
        'delete',
        'select',
        'order',
        'single',
        'maybeSingle',
        'throwOnError',
        'returns',
        'overrideTypes',
        'abortSignal',
        'csv',
      ],
      refused: 'Supabase',
    },
  },
};
const verbs: Record<string, CallRole> = {
  insert: write,
  update: { ...write, ...fitting },
  upsert: write,
  delete: { ...write, ...fitting },
};

/** supabase-js 2. Results carry `error` and never throw unless `.throwOnError()`. */
export default defineLibrary({
  id: 'supabase',
  title: 'Supabase',
  packages: ['@supabase/supabase-js', '@supabase/ssr', '@supabase/auth-helpers-nextjs'],
  aliases: {
    '@supabase/supabase-js#createClient()': client,
    '@supabase/ssr#createServerClient()': user,
    '@supabase/ssr#createBrowserClient()': client,
    '@supabase/auth-helpers-nextjs#createRouteHandlerClient()': 'supabase#userClient',
    '@supabase/auth-helpers-nextjs#createServerComponentClient()': 'supabase#userClient',
    '@supabase/auth-helpers-nextjs#createServerActionClient()': 'supabase#userClient',
    // What people call it in the context of procedures.
    'trpc#ctx.supabase': client,
    'nextSafeAction#ctx.supabase': client,
    'zsa#ctx.supabase': client,
    'supabase#client.from()': 'supabase#table',
    ...kind('user'),
    ...kind('admin'),
    'supabase#client.schema()': client,
    'supabase#table.insert()': 'supabase#written',
    'supabase#table.update()': 'supabase#written',
    'supabase#table.upsert()': 'supabase#written',
    'supabase#table.delete()': 'supabase#written',
    'supabase#table.select()': 'supabase#selected',
    'supabase#written.*()': 'supabase#written',
    'supabase#written.throwOnError()': 'supabase#throwing',
    'supabase#selected.*()': 'supabase#selected',
    'supabase#selected.maybeSingle()': 'supabase#maybe',
    'supabase#selected.throwOnError()': 'supabase#throwing',
    'supabase#throwing.*()': 'supabase#throwing',
    'supabase#client.rpc()': 'supabase#called',
    'supabase#called.*()': 'supabase#called',
    'supabase#called.throwOnError()': 'supabase#throwing',
    'supabase#client.storage.from()': 'supabase#bucket',
    'supabase#bucket.upload()': 'supabase#stored',
    'supabase#bucket.remove()': 'supabase#stored',
    'supabase#client.functions.invoke()': 'supabase#invoked',
    'supabase#client.auth.signUp()': 'supabase#signed',
    'supabase#client.auth.signInWithPassword()': 'supabase#signed',
    'supabase#client.auth.updateUser()': 'supabase#signed',
    'supabase#client.auth.resetPasswordForEmail()': 'supabase#signed',
  },
  variants: {
    '@supabase/supabase-js#createClient': [asService, asCaller, withAdminKey],
    '@supabase/ssr#createServerClient': [withAdminKey],
    '@supabase/ssr#createClient': [asService, asCaller, withAdminKey],
  },
  types: {
    '@supabase/supabase-js#SupabaseClient': client,
  },
  names: {
    supabase: client,
    supabaseClient: client,
    supabaseAdmin: admin,
    supabaseService: admin,
    adminClient: admin,
    serviceClient: admin,
  },
  calls: {
    '@supabase/ssr#createServerClient': { byCookie: true },
    ...Object.fromEntries(
      ['createRouteHandlerClient', 'createServerComponentClient', 'createServerActionClient'].map((name) => [
        `@supabase/auth-helpers-nextjs#${name}`,
        { byCookie: true } satisfies CallRole,
      ]),
    ),
    '?.auth.getUser': { verify: { level: 'AUTHENTICATED', fails: 'result' } },
    '?.auth.getClaims': { verify: { level: 'AUTHENTICATED', fails: 'result' } },
    ...Object.fromEntries(Object.entries(verbs).map(([verb, role]) => [`supabase#table.${verb}`, role])),
    'supabase#table.select': read,
    ...Object.fromEntries(
      Object.entries(verbs).map(([verb, role]) => [`supabase#userTable.${verb}`, { ...role, data: { ...role.data!, delegated: true } }]),
    ),
    'supabase#userTable.select': { data: { ...read.data!, delegated: true } },
    // A condition as text: commas and brackets in it make further conditions.
    'supabase#selected.or': { sinks: [{ category: 'sql', arg: 0, filter: true }] },
    'supabase#written.or': { sinks: [{ category: 'sql', arg: 0, filter: true }] },
    ...Object.fromEntries(
      Object.entries(verbs).map(([verb, role]) => [`supabase#adminTable.${verb}`, { ...role, data: { ...role.data!, privileged: true } }]),
    ),
    'supabase#adminTable.select': { data: { ...read.data!, privileged: true } },
    'supabase#adminClient.rpc': { data: { operation: 'write', target: 0, privileged: true } },
    'supabase#client.rpc': { data: { operation: 'write', target: 0 } },
    'supabase#userClient.rpc': { data: { operation: 'write', target: 0, delegated: true } },
    // Accounts: only the service key can do it, so that nothing of the caller limits whose account it is.
    ...Object.fromEntries(
      ['createUser', 'updateUserById', 'deleteUser', 'inviteUserByEmail'].map((method) => [
        `supabase#client.auth.admin.${method}`,
        { data: { operation: 'write', privileged: true, accounts: true } } satisfies CallRole,
      ]),
    ),
    'supabase#client.auth.admin.listUsers': { data: { operation: 'read', privileged: true } },
    'supabase#bucket.upload': { data: { operation: 'write', target: 'chain' }, stores: 'bucket' },
    'supabase#client.auth.getUser': { verify: { level: 'AUTHENTICATED', fails: 'result' } },
    // The session of a cookie is not verified on a server.
    'supabase#client.auth.getSession': {
      verify: { level: 'PRESENCE_ONLY', fails: 'result' },
      unverified: { from: 'session', instead: 'getUser() or getClaims()' },
    },
    '?.auth.getSession': { unverified: { from: 'session', instead: 'getUser() or getClaims()' } },
    'supabase#client.auth.getClaims': { verify: { level: 'AUTHENTICATED', fails: 'result' } },
  },
  // Clients are imported from a module of the project, under any name.
  traces: /\.(?<!\b(?:Array|Buffer|Object)\s*\.)\s*(?:from|rpc|storage|functions|auth|schema)\b/,
  // https://supabase.com/docs/guides/auth/users: users change their own metadata with `updateUser`; `app_metadata` is the server’s.
  selfWritten: ['user_metadata', 'raw_user_meta_data'],
  results: {
    'supabase#written': { label: 'write', error: 'error', tells: ['status', 'statusText'], effect: 'write', awaited: true },
    'supabase#stored': { label: 'storage', error: 'error', effect: 'write', awaited: true },
    'supabase#called': { label: 'rpc', error: 'error', tells: ['status', 'statusText'], effect: 'other', awaited: true },
    'supabase#invoked': { label: 'function', error: 'error', effect: 'write', awaited: true },
    'supabase#selected': { label: 'read', error: 'error', tells: ['status', 'statusText'], effect: 'read', awaited: true },
    'supabase#maybe': { label: 'read', error: 'error', tells: ['status', 'statusText'], effect: 'read', optionalRow: true, awaited: true },
    'supabase#signed': { label: 'auth', error: 'error', effect: 'auth', awaited: true },
  },
});
