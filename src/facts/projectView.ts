import type { FunctionRef } from '../model/facts';
import type { Project } from './fileContext';
import type { AnalysisRuns } from './analysisRun';
import type { Host } from './projectHost';
import type { ProjectModel } from './projectModel';
import { memberNamed, type Returned } from './returns';
import type { Tables } from './tables';

/** Who answers what an analysis asks about the rest of the project. */
export interface Answering {
  host: Host;
  tables: Tables;
  model: Pick<ProjectModel, 'exported' | 'returned' | 'summary' | 'classes'>;
  runs: AnalysisRuns;
  /** Files that could not be told everything are noted here. */
  unanswered: Set<string>;
}

/** What is noted of the questions. */
export interface Asking {
  asked: Set<string>;
  resolved: Record<string, string>;
  /** The file that asks; without it, nobody minds that others are not finished. */
  asker?: string | undefined;
}

/** The rest of the project as one analysis sees it. */
export function projectView({ host, tables, model, runs, unanswered }: Answering, { asked, resolved, asker }: Asking): Project {
  const isOther = (file: string): boolean => asker !== undefined && asker !== file;
  const summary: Project['summary'] = (ref) => {
    asked.add(ref.file);
    if (isOther(ref.file) && runs.present(ref.file)?.analysis.ready === false) unanswered.add(asker!);
    return model.summary(ref, asker);
  };
  const returned = (ref: FunctionRef): Returned | undefined => {
    asked.add(ref.file);
    const found = model.returned(ref);
    if (!found && isOther(ref.file) && runs.present(ref.file)) unanswered.add(asker!);
    return found;
  };
  const module: Project['module'] = (file, specifier) => {
    const generated = tables.generated(specifier);
    const target = generated === undefined ? host.resolve(file, specifier) : { package: generated };
    resolved[specifier] = destination(target);
    return target;
  };
  const heirs = (name: string): string[] => {
    const files: string[] = [];
    for (;;) {
      const target = module(asker ?? '', `heirs:${files.length}:${name}`);
      if (!('file' in target)) return files;
      files.push(target.file);
    }
  };
  return {
    module,
    exportOf: (file, name) => model.exported.of(file, name, asked),
    exportNames: (file) => model.exported.names(file, asked),
    summary: (ref: FunctionRef) => {
      const found = summary(ref);
      // A function that is being worked out cannot answer either.
      if (!found && isOther(ref.file) && runs.present(ref.file)) unanswered.add(asker!);
      return found;
    },
    returns: (ref) => returned(ref)?.path,
    returnsEntity: (ref) => returned(ref)?.entity,
    returnsMember: (ref, name) => memberNamed(returned(ref)?.members, name),
    returnsMemberEntity: (ref, name) => memberNamed(returned(ref)?.entities, name),
    returnsCallOf: (ref) => returned(ref)?.callOf,
    member: (file, cls, name) => {
      const found = model.classes.member(file, cls, name, { asked, heirs });
      if (!found && isOther(file) && runs.present(file)) unanswered.add(asker!);
      return found;
    },
    base: (file, cls) => model.classes.base(file, cls, asked),
    classOf: (file, cls) => model.classes.declared(file, cls, asked),
    declaredGuard: (ref, name) => host.declaredGuard(ref, name),
    declaredKind: (ref, name) => host.declaredKind(ref, name),
    declaresCalls: host.declaresCalls,
  };
}

/** Where an import leads, as one text. */
export function destination(target: { file: string } | { package: string } | { unresolved: true }): string {
  return 'file' in target ? target.file : 'package' in target ? `package:${target.package}` : '';
}
