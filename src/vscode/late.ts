/**
 * What takes long to load and is not needed to activate: a bundle of its own. Import it as `import('./late')` only.
 */
export { answerSchemas, workerMessageSchema } from '../engine/protocol';
export * as readiness from '../readiness/store';
export { declaredText, difference } from '../engine/declaration';
export { renderRoutesMarkdown } from '../report/routes';
export { withWaiver } from './waivers';
