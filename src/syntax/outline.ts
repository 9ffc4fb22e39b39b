import { ts } from 'ts-morph';
import { addTo } from '../model/grouping';
import { nameOf } from './declaredNames';
import { setParents } from './parents';
import { keepFlats, setIndex } from './flat';
import type { ClassInfo, FunctionInfo, FunctionNode, KeptOutline, Outline, Piece } from './outlineShape';

export type { ClassInfo, FunctionInfo, FunctionNode, KeptOutline, Outline, Piece } from './outlineShape';

const { SyntaxKind, forEachChild } = ts;

/** What the walk does at a kind of node. Tables instead of tests, since every node of every file passes here. */
const enum Act {
  None,
  Name,
  Call,
  Function,
  Class,
  If,
  Exit,
  Await,
  Catch,
  Loop,
  Binary,
  Tagged,
  Member,
  String,
  Import,
  Export,
  JsxAttribute,
  Type,
}
const acts = new Uint8Array(1024);
const actKinds: [Act, ts.SyntaxKind[]][] = [
  [Act.Name, [SyntaxKind.Identifier]],
  [Act.Call, [SyntaxKind.CallExpression, SyntaxKind.NewExpression]],
  [
    Act.Function,
    [
      SyntaxKind.FunctionDeclaration,
      SyntaxKind.FunctionExpression,
      SyntaxKind.ArrowFunction,
      SyntaxKind.MethodDeclaration,
      SyntaxKind.Constructor,
      SyntaxKind.GetAccessor,
      SyntaxKind.SetAccessor,
    ],
  ],
  [Act.Class, [SyntaxKind.ClassDeclaration, SyntaxKind.ClassExpression]],
  [Act.If, [SyntaxKind.IfStatement, SyntaxKind.ConditionalExpression]],
  [Act.Exit, [SyntaxKind.ReturnStatement, SyntaxKind.ThrowStatement]],
  [Act.Await, [SyntaxKind.AwaitExpression]],
  [Act.Catch, [SyntaxKind.CatchClause]],
  [
    Act.Loop,
    [SyntaxKind.ForStatement, SyntaxKind.ForOfStatement, SyntaxKind.ForInStatement, SyntaxKind.WhileStatement, SyntaxKind.DoStatement],
  ],
  [Act.Binary, [SyntaxKind.BinaryExpression]],
  [Act.Tagged, [SyntaxKind.TaggedTemplateExpression]],
  [Act.Member, [SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression]],
  [Act.String, [SyntaxKind.StringLiteral, SyntaxKind.NoSubstitutionTemplateLiteral, SyntaxKind.TemplateExpression]],
  [Act.Import, [SyntaxKind.ImportDeclaration, SyntaxKind.ImportEqualsDeclaration]],
  [Act.Export, [SyntaxKind.ExportDeclaration, SyntaxKind.ExportAssignment]],
  [Act.JsxAttribute, [SyntaxKind.JsxAttribute]],
  [Act.Type, [SyntaxKind.InterfaceDeclaration, SyntaxKind.TypeAliasDeclaration]],
];
for (const [act, kinds] of actKinds) for (const kind of kinds) acts[kind] = act;

export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return acts[node.kind] === Act.Function;
}

const operators = new Set([
  SyntaxKind.EqualsToken,
  SyntaxKind.PlusEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
  SyntaxKind.BarBarEqualsToken,
]);
const logical = new Set([SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken]);

/**
 * Walks a tree once, sets parent links where they are missing, and collects what later steps look at. With `kept`, only
 * the changed statement is walked: lists hold what is in it, and names of the other statements can still be found.
 */
export function outlineOf(source: ts.SourceFile, kept?: KeptOutline): Outline {
  const outline: Outline = {
    source,
    functions: [],
    byNode: new Map(),
    byId: new Map(),
    classes: [],
    calls: [],
    taggedTemplates: [],
    catches: [],
    assignments: new Map(),
    memberAssignments: [],
    imports: [],
    exports: [],
    strings: [],
    members: [],
    jsxAttributes: [],
    loops: [],
    pieces: new Map(),
  };
  let piece: Piece = { flat: { nodes: [], ends: [] }, functions: [], classes: [], imports: [], exports: [], assignments: [] };
  let fn: FunctionInfo | undefined;
  let cls: ClassInfo | undefined;
  const linked = (source.statements[0] as { parent?: ts.Node } | undefined)?.parent !== undefined;

  function enterFunction(node: FunctionNode): FunctionInfo {
    const owner =
      ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node) || ts.isPropertyDeclaration(node.parent) ? cls : undefined;
    let name = nameOf(node, source);
    if (name === undefined && ts.isCallExpression(node.parent))
      name = `<${node.parent.expression
        .getText(source)
        .slice(0, 40)
        .replace(/[\s()]+/g, '')}>`;
    const prefix = owner ? `${owner.name}.` : fn ? `${fn.id}.` : '';
    const base = `${prefix}${name ?? 'anonymous'}`;
    let id = base;
    for (let n = 2; outline.byId.has(id); n++) id = `${base}#${n}`;
    const info: FunctionInfo = {
      id,
      name: name ?? '<inline>',
      node,
      parent: fn,
      cls: owner ?? fn?.cls,
      nested: [],
      calls: [],
      ifs: [],
      exits: [],
      awaits: [],
      names: [],
    };
    fn?.nested.push(info);
    outline.functions.push(info);
    piece.functions.push(info);
    outline.byNode.set(node, info);
    outline.byId.set(id, info);
    if (owner && name && !owner.methods.has(name)) owner.methods.set(name, info);
    return info;
  }

  let parent: ts.Node = source;
  let { flat } = piece;

  function enter(node: ts.Node): void {
    if (!linked) (node as { parent: ts.Node }).parent = parent;
    const { nodes, ends } = flat;
    const at = nodes.length;
    nodes.push(node);
    ends.push(at + 1);
    setIndex(node, at);
    const act = acts[node.kind] as Act;
    if (act === Act.Name) {
      // Names hold nothing; after `.` they are no values.
      if (fn && ((parent as ts.PropertyAccessExpression).name !== node || parent.kind !== SyntaxKind.PropertyAccessExpression))
        fn.names.push(node as ts.Identifier);
      return;
    }
    // Tokens and literals: half of all nodes.
    if (node.kind < SyntaxKind.FirstNode) {
      if (act === Act.String) outline.strings.push(node as ts.StringLiteral);
      return;
    }
    visit(node, act);
    ends[at] = nodes.length;
  }

  function visitChildren(node: ts.Node): void {
    const outer = parent;
    parent = node;
    forEachChild(node, enter);
    parent = outer;
  }

  function visit(node: ts.Node, act: Act): void {
    switch (act) {
      case Act.Call:
        outline.calls.push(node as ts.CallExpression);
        fn?.calls.push(node as ts.CallExpression);
        break;
      case Act.Function: {
        if (!(node as FunctionNode).body) break;
        const outerFn = fn;
        const outerCls = cls;
        fn = enterFunction(node as FunctionNode);
        cls = undefined;
        visitChildren(node);
        fn = outerFn;
        cls = outerCls;
        return;
      }
      case Act.Class: {
        const outer = cls;
        cls = {
          name: nameOf(node as ts.ClassLikeDeclaration, source) ?? '<class>',
          node: node as ts.ClassLikeDeclaration,
          methods: new Map(),
        };
        outline.classes.push(cls);
        piece.classes.push(cls);
        const outerFn = fn;
        visitChildren(node);
        fn = outerFn;
        cls = outer;
        return;
      }
      case Act.If:
        fn?.ifs.push(node as ts.IfStatement);
        break;
      case Act.Exit:
        fn?.exits.push(node as ts.ReturnStatement);
        break;
      case Act.Await:
        fn?.awaits.push(node as ts.AwaitExpression);
        break;
      case Act.Catch:
        outline.catches.push(node as ts.CatchClause);
        break;
      case Act.Loop:
        outline.loops.push(node);
        break;
      case Act.Binary: {
        const binary = node as ts.BinaryExpression;
        if (operators.has(binary.operatorToken.kind)) {
          if (ts.isIdentifier(binary.left)) {
            addTo(outline.assignments, binary.left.text, binary);
            piece.assignments.push([binary.left.text, binary]);
          } else if (
            ts.isPropertyAccessExpression(binary.left) ||
            (ts.isElementAccessExpression(binary.left) && ts.isStringLiteralLike(binary.left.argumentExpression))
          )
            outline.memberAssignments.push(binary);
        } else if (logical.has(binary.operatorToken.kind) && ts.isExpressionStatement(node.parent)) fn?.ifs.push(binary);
        break;
      }
      case Act.Tagged:
        outline.taggedTemplates.push(node as ts.TaggedTemplateExpression);
        break;
      case Act.Member:
        outline.members.push(node as ts.PropertyAccessExpression);
        break;
      case Act.String:
        outline.strings.push(node as ts.StringLiteral);
        break;
      case Act.Import:
        outline.imports.push(node as ts.ImportDeclaration);
        piece.imports.push(node as ts.ImportDeclaration);
        break;
      case Act.Export:
        outline.exports.push(node as ts.ExportDeclaration);
        piece.exports.push(node as ts.ExportDeclaration);
        break;
      case Act.JsxAttribute:
        outline.jsxAttributes.push(node as ts.JsxAttribute);
        break;
      case Act.Type:
        // Types hold nothing to judge; their declarations are found by name when needed.
        if (!linked) setParents(node);
        return;
      default:
        break;
    }
    visitChildren(node);
  }
  for (const statement of source.statements) {
    const old = kept && statement !== kept.changed ? kept.outline.pieces.get(statement) : undefined;
    if (old) {
      outline.pieces.set(statement, old);
      adopt(outline, old);
      continue;
    }
    flat = { nodes: [], ends: [] };
    piece = { flat, functions: [], classes: [], imports: [], exports: [], assignments: [] };
    outline.pieces.set(statement, piece);
    parent = source;
    enter(statement);
  }
  keepFlats(source, outline.pieces);
  return outline;
}

/** Makes the declarations of an unchanged statement known again, without walking it. */
function adopt(outline: Outline, piece: Piece): void {
  for (const info of piece.functions) {
    if (outline.byId.has(info.id)) outline.conflict = true;
    outline.byId.set(info.id, info);
    outline.byNode.set(info.node, info);
  }
  outline.classes.push(...piece.classes);
  outline.imports.push(...piece.imports);
  outline.exports.push(...piece.exports);
  for (const [name, node] of piece.assignments) addTo(outline.assignments, name, node);
}
