/** What a table is called, whichever way code or a schema writes it: `post` for `Post`, `posts`, `public.posts`, `PostModel` and `postRepository`; undefined where that says nothing. */
export function tableKey(written: string): string | undefined {
  const last = written.slice(written.lastIndexOf('.') + 1).replace(/["`[\]]/g, '');
  const plain = last
    .replace(/(?<=[a-z\d])_?(?:models?|schemas?|repositor(?:y|ies)|repo|tables?|entit(?:y|ies)|collections?|dao)$/i, '')
    .replace(/[^a-z\d]/gi, '')
    .toLowerCase();
  const one = plain
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/(?<!s|u)s$/, '');
  return one === '' || generic.test(one) ? undefined : one;
}

/** Names of what stands for any table. */
const generic = /^(?:model|table|collection|repository|repo|entity|db|database|this|self|client|document|doc|record|query|builder|tx|trx)$/;

/** Columns that say by their name whose a row is: a person's, or that of a group that people belong to. */
const belongs =
  /^(?:(?:auth|clerk|app|supabase|firebase|account)?_?users?|owner|author|creator|created_?by|posted_?by|uploaded_?by|account|customer|seller|vendor|host|patient|student|tenant|org|organi[sz]ation|workspace|company)(?:_?(?:id|uid|uuid|ref))?$|^uid$/i;

/** Columns that name somebody who did something with a row, or is to: it does not become theirs by that. */
const passes =
  /assign|review|approv|recipient|receiver|follow|like|vote|read_?by|view|updat|modif|edit|delet|remov|invit|handled|resolved|verified|checked|last_/i;

/** Does a column say by its name whose a row is? */
export function namesOwner(column: string): boolean {
  return belongs.test(column) && !passes.test(column);
}

/** Does a column name somebody without saying that a row is theirs? */
export function namesPasser(column: string): boolean {
  return passes.test(column);
}

/** Names of a value that stands for who is calling, or for the group that they call for. */
export const callerName =
  /^(?:user|(?:current|auth|session|logged_?in|request)_?user|session|auth|me|viewer|principal|identity|decoded|payload|claims|caller|uid|(?:current|auth|session|my|clerk)?_?user_?id|account|org_?id|tenant_?id|organi[sz]ation_?id|workspace_?id|company_?id|owner_?id|author_?id|owner)$/i;

/** Columns that are one row's own name. */
export const rowName = /^_?id$|^u?uid$|^uuid$|^pk$|^slug$|^\w+(?:Id|ID|_id|Uuid|_uuid|Slug|_slug)$/;

/** Names of what decides who may do something. */
export const deciding =
  /own(?!load)|access|^can$|^can(?:not)?[A-Z_]|perm|authori[sz]|allow|polic|abilit|belongs|member|author(?![a-z])|creator|mine(?![a-z])|guard|protect|roles?(?:$|\W|[A-Z_])|admin|scope|forbid|deny/i;

/** Columns that say who has made a row, or for which of its customers an application keeps it. */
export const actingColumn =
  /^(?:(?:auth|clerk|app|supabase|firebase)?_?user|owner|author|creator|posted_?by|uploaded_?by|created_?by|tenant|org|organi[sz]ation|workspace)(?:_?(?:id|uid|uuid|ref))$|^(?:created|posted|uploaded)_?by$|^user$|^owner$/i;

/** One name for a column and the relation that it stands for: `author` for `authorId`, `author_id` and `author`. */
export function columnKey(name: string): string {
  return name
    .replace(/_/g, '')
    .toLowerCase()
    .replace(/(?<=.)(?:uu|u)?id$|(?<=.)ref$/, '');
}
