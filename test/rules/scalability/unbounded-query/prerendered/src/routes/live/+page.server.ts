import { shelves } from '../../db';

export const prerender = false;

export const load = async () => ({ shelves: await shelves.find({}).toArray() }); // expect: unbounded-query
