import type { AccessPath } from './facts';

/**
 * What scripts in a page read and change. Keys are paths, or `?.b` and `?.a.b` for members of values that nobody could name;
 * `?.$.b` is a member of such a value whose own name begins with a dollar.
 */
export interface PageRoles {
  /** One of these words stands in every text with a source, with a sink, or with a sink that is told of whatever it is given. */
  traces: { source?: RegExp; sink?: RegExp; trust?: RegExp };
  /** What whoever makes a link decides: the page's own address, what stands behind a mark in it (`?…`, `#…`), or text. As they are, the first two lead nowhere else. */
  reads?: Record<AccessPath, PageRead>;
  calls?: Record<AccessPath, PageSink[]>;
  assignments?: Record<AccessPath, Pick<PageSink, 'category' | 'as'>>;
  /** Attributes of JSX elements, by element and name: `a.href`; `*` stands for any element. */
  attributes?: Record<string, PageAttribute>;
  components?: PageComponents;
}

/** How classes that show something are written: what they build on, and the members that hold what elements of them are given and what they keep. */
export interface PageComponents {
  bases: RegExp;
  given: string;
  /** The member of the class that holds what elements leave out. */
  defaults: string;
  kept: string;
  /** The method that changes what they keep. Its callback is handed what they keep and what they are given. */
  keeps: string;
}

/** What an attribute is given becomes: the value itself, or this member of it, which a server renders as well. */
export interface PageAttribute extends Pick<PageSink, 'category' | 'as'> {
  member?: string;
}

/** `message` is text that another window sent, whose origin may have been looked at; `pasted` is what somebody pastes or drops. */
export type PageRead = 'address' | 'marks' | 'text' | 'message' | 'pasted';

/** An argument that ends up in a page or says where its window goes. */
export interface PageSink {
  category: 'html' | 'redirect';
  arg: number | 'all' | `option:${string}`;
  /** `markup`: a selector unless it begins with a tag; `link`: an address, of which `javascript:` matters; `script`: the address of a script that is run. */
  as?: 'markup' | 'link' | 'script';
  /** It switches off what a framework does against such values, so that it is told of wherever they come from. */
  trusts?: true;
  /** The first argument is this text, or a text that begins with a tag. */
  onlyWhen?: `arg0:${string}`;
}

/** Functions that a framework calls while it makes a page: no endpoints of their own, but what they are given holds what was asked for. */
export interface PageMaker {
  /** Matches the path below the package folder; without it the names alone say what they are. */
  pattern?: RegExp;
  /** Names under which the file exports them. */
  exports: string[];
  params: AccessPath[];
  /** Member of what they return that the default export of the file is given. */
  hands?: string;
}
