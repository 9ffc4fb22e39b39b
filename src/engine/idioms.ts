import { identifies } from '../facts/guardLevels';
import type { ProjectIdioms } from '../model/rule';
import { importPath, type IdiomHost } from './importPaths';
import { guardsFor } from './projectGuards';
import { asyncWrapperOf, errorClassOf, errorHandlerOf, loggerOf, sharedClientOf } from './projectSymbols';

/** What the project already has that fixes in `file` can reuse. Each part is worked out when a fix asks for it: that goes through all files. */
export function idiomsOf(file: string, host: IdiomHost): ProjectIdioms {
  const packages = new Map(Object.entries(host.files.context(file).dependencies ?? {}));
  const zod = packages.get('zod');
  const logger = once(() => loggerOf(file, host));
  const asyncWrapper = once(() => asyncWrapperOf(file, host));
  const errorClass = once(() => errorClassOf(file, host));
  const errorHandler = once(() => errorHandlerOf(file, host));
  return {
    guards: (route) => guardsFor(file, route, host),
    get logger() {
      return logger();
    },
    get asyncWrapper() {
      return asyncWrapper();
    },
    get errorClass() {
      return errorClass();
    },
    get errorHandler() {
      return errorHandler();
    },
    ...(zod !== undefined ? { validator: { library: 'zod', major: Number(/\d+/.exec(zod)?.[0] ?? 3) } } : {}),
    hasGuards: (framework, kind, level) =>
      host.tree
        .all()
        .some(
          (route) =>
            route.framework === framework &&
            route.guards.some(
              (guard) =>
                guard.kind === kind &&
                !guard.when &&
                !guard.unsure &&
                (kind !== 'authentication' || identifies(guard.level)) &&
                (level === undefined || guard.level === level || /admin|role|permission/i.test(guard.name)),
            ),
        ),
    silent: host.silent(file),
    sharedClient: (instance) => sharedClientOf(file, instance, host),
    packages,
    importPath: (target) => importPath(file, target, host),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
