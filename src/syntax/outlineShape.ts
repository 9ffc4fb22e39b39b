import type { ts } from 'ts-morph';
import type { Flat } from './flat';

/** Any function-like node that has a body. */
export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration;

/** One function of a file and the nodes that matter in it, its nested functions' own nodes excluded. */
export interface FunctionInfo {
  id: string;
  name: string;
  node: FunctionNode;
  parent?: FunctionInfo;
  cls?: ClassInfo;
  nested: FunctionInfo[];
  calls: (ts.CallExpression | ts.NewExpression)[];
  ifs: (ts.IfStatement | ts.ConditionalExpression | ts.BinaryExpression)[];
  exits: (ts.ReturnStatement | ts.ThrowStatement)[];
  awaits: ts.AwaitExpression[];
  /** Names in it, those of members left out. */
  names: ts.Identifier[];
}

export interface ClassInfo {
  name: string;
  node: ts.ClassLikeDeclaration;
  methods: Map<string, FunctionInfo>;
}

/** What one walk over a tree collects; everything later starts from these lists. */
export interface Outline {
  source: ts.SourceFile;
  /** Functions in document order. */
  functions: FunctionInfo[];
  byNode: Map<ts.Node, FunctionInfo>;
  byId: Map<string, FunctionInfo>;
  classes: ClassInfo[];
  /** All calls and constructions, module level included, in document order. */
  calls: (ts.CallExpression | ts.NewExpression)[];
  taggedTemplates: ts.TaggedTemplateExpression[];
  catches: ts.CatchClause[];
  /** Assignments to plain identifiers, by name. */
  assignments: Map<string, ts.BinaryExpression[]>;
  /** Assignments to members: `ctx.body = x`. */
  memberAssignments: ts.BinaryExpression[];
  imports: (ts.ImportDeclaration | ts.ImportEqualsDeclaration)[];
  exports: (ts.ExportDeclaration | ts.ExportAssignment)[];
  strings: (ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression)[];
  members: (ts.PropertyAccessExpression | ts.ElementAccessExpression)[];
  jsxAttributes: ts.JsxAttribute[];
  loops: ts.Node[];
  /** What each top-level statement holds that other statements may refer to. */
  pieces: Map<ts.Statement, Piece>;
  /** With kept statements: the names of functions no longer come out as in a walk over everything. */
  conflict?: boolean;
}

/** Declarations of one top-level statement. */
export interface Piece {
  flat: Flat;
  functions: FunctionInfo[];
  classes: ClassInfo[];
  imports: Outline['imports'];
  exports: Outline['exports'];
  assignments: [string, ts.BinaryExpression][];
}

/** An earlier walk over the same file, of which all top-level statements but one are the same nodes. */
export interface KeptOutline {
  outline: Outline;
  changed: ts.Statement;
}
