// Generated file, do not edit: npm run generate
import type { Library } from '../model/library';

/** Every library, by id. */
export const libraries: readonly Library[] = [];
