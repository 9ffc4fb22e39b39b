import { withEntry } from '../engine/configText';
import type { Waiver } from '../model/readiness';

/** The text of a project configuration with one more waiver. Throws when the text can't be understood. */
export function withWaiver(text: string | undefined, waiver: Waiver): string {
  return withEntry(text, 'waivers', waiver);
}
