import type { ProjectIdioms } from '../model/rule';
import { importPath, type IdiomHost } from './importPaths';
import { guardsFor } from './projectGuards';
import { asyncWrapperOf, errorClassOf, errorHandlerOf, loggerOf, sharedClientOf } from './projectSymbols';

/** What the project already has that fixes in `file` can reuse. Worked out when somebody asks for a fix. */
export function idiomsOf(file: string, host: IdiomHost): ProjectIdioms {
  const packages = new Map(Object.entries(host.files.context(file).dependencies ?? {}));
  const zod = packages.get('zod');
  const logger = loggerOf(file, host);
  const asyncWrapper = asyncWrapperOf(file, host);
  const errorClass = errorClassOf(file, host);
  const errorHandler = errorHandlerOf(file, host);
  return {
    guards: (route) => guardsFor(file, route, host),
    ...(logger ? { logger } : {}),
    ...(asyncWrapper ? { asyncWrapper } : {}),
    ...(errorClass ? { errorClass } : {}),
    ...(errorHandler ? { errorHandler } : {}),
    ...(zod !== undefined ? { validator: { library: 'zod', major: Number(/\d+/.exec(zod)?.[0] ?? 3) } } : {}),
    silent: host.silent(file),
    sharedClient: (instance) => sharedClientOf(file, instance, host),
    packages,
    importPath: (target) => importPath(file, target, host),
  };
}
