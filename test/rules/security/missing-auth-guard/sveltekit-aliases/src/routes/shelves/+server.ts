import { error, json } from '@sveltejs/kit';
import { get } from 'svelte/store';
import { shelves } from '$db';
import visitor from '$state/visitor';

export const DELETE = async ({ url }) => { // expect: missing-auth-guard
  if (!get(visitor).isSignedIn) throw error(401, 'Sign in first');
  await shelves.deleteOne({ shortId: String(url.searchParams.get('shelf')) });
  return json({ gone: true });
};
