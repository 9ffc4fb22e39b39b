import { openSession } from '../../engine/session';
import type { RouteRow } from '../../engine/api';
import type { FactKind, FactOf } from '../../model/facts';
import { defineRule, type Rule } from '../../model/meta';
import type { FileRole } from '../../model/rule';
import type { Workspace } from '../../project/workspace';

/** Kinds of facts that are counted. */
const kinds = [
  'asyncCallback',
  'catch',
  'errorLeak',
  'resultUse',
  'requestInput',
  'outboundCall',
  'dataAccess',
  'logCall',
  'cors',
  'table',
  'policy',
  'pipeline',
  'containerImage',
  'disabledCheck',
] as const satisfies readonly FactKind[];

type Kind = (typeof kinds)[number];
/** A fact with what its file is for. */
type Collected<K extends Kind> = FactOf<K> & { fileRole: FileRole };

/** What the product knows of an application, for counting. */
export interface Knowledge {
  repository: string;
  routes: RouteRow[];
  of<K extends Kind>(kind: K): Collected<K>[];
  /** Does a manifest depend on the package? */
  depends(name: string): boolean;
}

/** Reads an application as the product does, and keeps the facts instead of judging them. */
export async function collect(repository: string, workspace: Workspace): Promise<Knowledge> {
  const facts = new Map<Kind, unknown[]>(kinds.map((kind) => [kind, []]));
  const listeners = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      (fact: FactOf<Kind>, context: { fileRole(file: string): FileRole }) =>
        facts.get(kind)!.push({ ...fact, fileRole: context.fileRole(fact.file) }),
    ]),
  );
  const counting: Rule = defineRule({
    id: 'measurement',
    dimension: 'operational-readiness',
    title: 'Counts facts',
    severity: 'info',
    confidence: 'low',
    fixKinds: [],
    since: '0.1.0',
    maturity: 'preview',
    messages: { counted: 'Counted.' },
    needs: [...kinds],
    ...listeners,
  });
  const session = openSession(workspace, { rules: [counting], checks: [] });
  try {
    await session.scan();
    const manifests = (await workspace.list())
      .filter((file) => /(^|\/)package\.json$/.test(file))
      .map((file) => workspace.read(file) ?? '');
    return {
      repository,
      routes: session.routes(),
      of: <K extends Kind>(kind: K) => facts.get(kind) as Collected<K>[],
      depends: (name) => manifests.some((text) => text.includes(`"${name}":`)),
    };
  } finally {
    session.dispose();
  }
}
