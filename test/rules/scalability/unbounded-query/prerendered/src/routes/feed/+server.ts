import { json } from '@sveltejs/kit';
import { shelves } from '../../db';

export const prerender = true;

export async function GET() {
  return json(await shelves.find({}).toArray()); // ok: unbounded-query
}

export async function POST() {
  return json(await shelves.find({}).toArray()); // expect: unbounded-query
}
