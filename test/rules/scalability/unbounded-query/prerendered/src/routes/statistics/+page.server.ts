import { shelves } from '../../db';

export const prerender = true;

export const load = async () => ({ shelves: await shelves.find({}).toArray() }); // ok: unbounded-query
