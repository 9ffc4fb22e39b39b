import { ts } from 'ts-morph';
import type { Fact, RequestInput, Route } from '../../../src/model/facts';
import type { FixSource, ProjectIdioms } from '../../../src/model/rule';
import { harden, type HardenState, type Hardened } from '../../../src/fixes/harden';
import { callsBelow, enclosingTry } from '../../../src/syntax/flow';
import { walk, whole } from '../../../src/syntax/nodes';
import { outlineOf } from '../../../src/syntax/outline';
import { facts, sourceOf } from './support';

/** What a test says of a handler that its text does not. */
export interface Subject {
  /** Other files that fixes may read. */
  files?: Record<string, string>;
  gaps?: ReadonlySet<string>;
  file: string;
  project: ProjectIdioms;
  handlerId: string;
  framework: string;
  route?: Partial<Route> | 'unknown';
  fields?: RequestInput['fields'];
  massAssigned?: boolean;
}

/** A deliberately simple analysis: just enough of the facts for hardening, told from the shapes that these tests use. */
export function analyse(subject: Subject, text: string): HardenState | undefined {
  const source = sourceOf(subject.file, text, subject.project, subject.files);
  const tree = source.tree as ts.SourceFile;
  const fn = outlineOf(tree).byId.get(subject.handlerId)?.node;
  if (!fn?.body) return undefined;
  const { framework } = subject;
  const span = (node: ts.Node) => ({ start: node.getStart(tree), end: node.end });
  const found: Fact[] = [];
  const body = fn.body;
  const text_ = (node: ts.Node) => node.getText(tree);
  const awaits: ts.Node[] = [];
  walk(body, (node) => {
    if (ts.isAwaitExpression(node)) awaits.push(node);
    const isInput = ts.isPropertyAccessExpression(node)
      ? /^(req|request|ctx\.request)\.body$/.test(text_(node))
      : ts.isCallExpression(node) && /\.json\(\)$/.test(text_(node)) && /^(req|request)\./.test(text_(node));
    if (isInput) {
      const by = ts.isAwaitExpression(node.parent) ? node.parent.parent : node.parent;
      const parsed = ts.isCallExpression(by) && /safeParse$/.test(text_(by.expression));
      const schema = framework === 'fastify' && /schema: \{[^}]*body/.test(text);
      found.push(
        facts.requestInput(span(node), {
          framework,
          fields: subject.fields ?? [],
          massAssigned: subject.massAssigned ?? false,
          validated: parsed || schema ? { presence: 'present', by: 'a schema' } : { presence: 'absent' },
        }),
      );
    }
    if (ts.isCallExpression(node) && text_(node.expression) === 'fetch') {
      const holder = whole(node).parent;
      const name = ts.isVariableDeclaration(holder) ? text_(holder.name) : undefined;
      found.push(
        facts.outboundCall(span(node), {
          timeout: { presence: /AbortSignal/.test(text_(node)) ? 'present' : 'absent' },
          checked: name && !text_(body).includes(`${name}.ok`) ? 'absent' : 'present',
        }),
      );
    }
    if (ts.isCatchClause(node)) {
      const inside = text_(node.block);
      found.push(
        facts.catch(span(node), {
          logs: /console\.|logger\.|\.log\./.test(inside) ? 'logger' : 'no',
          rethrows: /\bthrow\b/.test(inside),
          forwards: /next\(/.test(inside),
          role: 'handler',
          ...(/\.json\(/.test(inside) ? { replies: { span: span(node), success: !/\b[45]\d\d\b/.test(inside) } } : {}),
        }),
      );
      const name = node.variableDeclaration && text_(node.variableDeclaration.name);
      walk(node.block, (inner) => {
        const leaks =
          name &&
          ((ts.isPropertyAccessExpression(inner) && text_(inner) === `${name}.message`) ||
            (ts.isPropertyAccessExpression(inner) && text_(inner) === `${name}.stack`));
        if (!leaks) return true;
        let reply: ts.Node = inner;
        while (reply.parent && !ts.isStatement(reply.parent)) reply = reply.parent;
        if (!/^console|^logger/.test(text_(reply)))
          found.push(
            facts.errorLeak(span(reply), span(inner), {
              status: 500,
              caughtAt: span(node),
              what: /stack$/.test(text_(inner)) ? 'stack' : 'message',
            }),
          );
        return true;
      });
    }
    if (ts.isAwaitExpression(node) && /^await\s+supabase\s*\.from\(/.test(text_(node))) {
      const parent = node.parent;
      const pattern = ts.isVariableDeclaration(parent) ? text_(parent.name) : '';
      const error = ts.isExpressionStatement(parent) ? 'ignored' : /error/.test(pattern) ? 'checked' : 'omitted';
      found.push(facts.resultUse(span(node.expression), { error }));
    }
    return true;
  });
  const lost = awaits.filter((node) => !enclosingTry(node));
  found.push(
    facts.asyncCallback(span(fn), {
      framework,
      rejection: lost.length === 0 ? 'caught' : framework === 'express' ? 'lost' : 'handled-by-framework',
      unprotected: lost.slice(0, 1).map(span),
    }),
  );
  const state: HardenState = { source, facts: found.map((fact) => ({ ...fact, file: subject.file })) };
  if (subject.route === 'unknown') return state;
  const registration = ts.isCallExpression(fn.parent) ? fn.parent : fn;
  const outside = text_(registration).replace(text_(body), '');
  const inside = callsBelow(body).map((call) => text_(call.expression));
  const guard = /requireAuth|requireAdmin/.exec(outside)?.[0] ?? inside.find((callee) => /^auth$|auth\.getUser$|requireUser$/.test(callee));
  state.route = facts.route(span(registration), {
    file: subject.file,
    framework,
    handler: { file: subject.file, id: subject.handlerId },
    handlerSpan: span(fn),
    sinks: [{ kind: 'write', span: span(fn), file: subject.file }],
    ...(guard
      ? {
          authentication: { presence: 'present' },
          level: 'AUTHENTICATED',
          guards: [
            { kind: 'authentication', level: 'AUTHENTICATED', name: guard, file: subject.file, span: span(registration), place: 'route' },
          ],
        }
      : {}),
    ...subject.route,
  });
  return state;
}

/** Hardens a text; `log` collects the texts that were analysed on the way. */
export function hardened(subject: Subject, text: string, log: string[] = []): Hardened & { source: FixSource } {
  const state = analyse(subject, text);
  if (!state) throw new Error(`No function ${subject.handlerId}`);
  const result = harden({
    ...state,
    handlerId: subject.handlerId,
    ...(subject.gaps ? { gaps: subject.gaps } : {}),
    reanalyse: (next) => {
      log.push(next);
      return analyse(subject, next);
    },
  });
  return { ...result, source: state.source };
}
