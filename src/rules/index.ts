// Generated file, do not edit: npm run generate
import type { Rule } from '../model/meta';

/** Every rule, by dimension and id. */
export const rules: readonly Rule[] = [];
