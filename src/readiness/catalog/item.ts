import type { DimensionId } from '../../model/dimension';
import type { Item, ItemType } from '../../model/readiness';

/** How a catalog file writes one item. */
export interface ItemDraft {
  id: string;
  title: string;
  type: ItemType;
  weight: number;
  /** Rules and checks that must have run before the item can pass. */
  backedBy: string[];
  /** Further ones that open the item when they find something. */
  also?: string[];
  /** What a person is asked, in words that need no training. */
  question?: string;
}

/**
 * Items of one dimension. Throws when the weights do not sum to 20, or when an item that a person answers has no question
 * (or the other way round), so that a mistake in the catalog shows at once.
 */
export function itemsOf(dimension: DimensionId, drafts: readonly ItemDraft[]): Item[] {
  const sum = drafts.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 20) throw new Error(`Weights of ${dimension} sum to ${sum}, not 20`);
  return drafts.map(({ id, title, type, weight, backedBy, also, question }) => {
    if ((type === 'auto') === (question !== undefined)) throw new Error(`${id}: only items that a person answers have a question`);
    const item: Item = { id, dimension, title, type, weight, backedBy: [...backedBy, ...(also ?? [])] };
    if (also) item.requires = backedBy;
    if (question !== undefined) item.question = question;
    return item;
  });
}
