// file: src/episodes.ts
// packages: mongoose@8.0.0
import { Schema, model, isValidObjectId } from 'mongoose';

const Episode = model('Episode', new Schema({ code: String, at: Date }));

// What the first way does not find, the next one may.
export async function findEpisode(id: string) {
  if (isValidObjectId(id)) {
    const found = await Episode.findById(id).lean().catch(() => null); // ok: swallowed-error
    if (found) return found;
  }
  const named = await Episode.findOne({ code: id }).lean().catch(() => null); // ok: swallowed-error
  if (named) return named;
  return await Episode.findOne({}).sort({ at: -1 }).lean().catch(() => null); // expect: swallowed-error
}

// There is no other way.
export async function loadEpisode(id: string) {
  const found = await Episode.findById(id).lean().catch(() => null); // expect: swallowed-error
  if (found) return found;
  return { code: id };
}

// What follows is something else, and not another way to what is given back.
export async function countEpisode(id: string) {
  const found = await Episode.findById(id).lean().catch(() => null); // expect: swallowed-error
  if (!found) return 0;
  return await Episode.countDocuments({ code: found.code });
}

export async function touchEpisode(id: string) {
  const changed = await Episode.findByIdAndUpdate(id, { at: new Date() }).catch(() => null); // expect: swallowed-error(error medium)
  if (changed) return changed;
  return await Episode.findOne({ code: id });
}

// Where nobody could look, a second one is made.
export async function ensureEpisode(code: string) {
  const found = await Episode.findOne({ code }).catch(() => null); // expect: swallowed-error
  if (found) return found;
  return await Episode.create({ code });
}
