import { ts } from 'ts-morph';
import { contains } from '../syntax/nodes';
import type { Trace } from './origins';
import { classAround, componentOf, givenToClass } from './tracedElements';
import type { Frames, Source } from './traceParts';

/** Traces what fields of classes hold. */
export class TracedFields {
  constructor(private readonly trace: Trace) {}

  /** What a field of a class may hold: what it begins with, and where that can reach a page, what methods and elements put into it. */
  ofField(node: ts.Node, name: string, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const cls = classAround(node);
    if (!cls) return this.trace.source('unknown', node);
    const member = cls.members.find(
      (candidate): candidate is ts.PropertyDeclaration =>
        ts.isPropertyDeclaration(candidate) && ts.isIdentifier(candidate.name) && candidate.name.text === name,
    );
    const own = member?.initializer ? this.trace.of(member.initializer, steps, frames, depth) : [];
    const later =
      this.trace.category === 'html' || this.trace.category === 'redirect' ? this.laterInField(cls, name, steps, frames, depth) : [];
    return own.length + later.length > 0 ? [...own, ...later] : this.trace.source('unknown', node);
  }

  /** What the methods of a class put into one of its fields, or into members of it: `this.query = …`, `this.state.query = …`. */
  private laterInField(cls: ts.ClassLikeDeclaration, name: string, steps: readonly string[], frames: Frames, depth: number): Source[] {
    const { memberAssignments, calls } = this.trace.analysis.outline;
    const found = memberAssignments
      .filter(({ left }) => contains(cls, left))
      .flatMap(({ left, right }) => {
        if (!ts.isPropertyAccessExpression(left)) return [];
        if (left.expression.kind === ts.SyntaxKind.ThisKeyword)
          return left.name.text === name ? this.trace.of(right, steps, frames, depth) : [];
        const isMember =
          ts.isPropertyAccessExpression(left.expression) &&
          left.expression.expression.kind === ts.SyntaxKind.ThisKeyword &&
          left.expression.name.text === name;
        return isMember && left.name.text === steps[0] ? this.trace.of(right, steps.slice(1), frames, depth) : [];
      });
    const component = componentOf(this.trace.analysis, cls);
    if (component?.given === name) return [...found, ...givenToClass(this.trace, cls, component, steps, depth)];
    if (component?.kept !== name) return found;
    const set = calls.filter(
      (call) =>
        contains(cls, call) &&
        ts.isPropertyAccessExpression(call.expression) &&
        call.expression.expression.kind === ts.SyntaxKind.ThisKeyword &&
        call.expression.name.text === component.keeps,
    );
    return [
      ...found,
      ...set.flatMap((call) => (call.arguments?.[0] ? this.trace.calls.ofPassed(call.arguments[0], steps, frames, depth) : [])),
    ];
  }
}
