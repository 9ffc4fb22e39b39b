// file: app/login/actions.ts
// packages: next@16.0.0, @supabase/ssr@0.8.0, better-auth@1.4.0, bcryptjs@3.0.0
'use server';
import { createServerClient } from '@supabase/ssr';
import { auth } from '@/lib/auth';
import bcrypt from 'bcryptjs';
import { db } from '@/lib/db';

// Supabase Auth limits how often it is asked by itself.
export async function login(form: FormData) { // ok: missing-rate-limit
  const supabase = createServerClient(process.env.SUPABASE_URL!, process.env.SUPABASE_ANON_KEY!, { cookies: { getAll: () => [], setAll: () => {} } });
  const { error } = await supabase.auth.signInWithPassword({ email: String(form.get('email')), password: String(form.get('password')) });
  if (error) throw error;
}

// better-auth does so for what its own handler answers, and not for calls of its functions.
export async function signIn(form: FormData) { // expect: missing-rate-limit
  await auth.api.signInEmail({ body: { email: String(form.get('email')), password: String(form.get('password')) } });
}

export async function loginWithPassword(form: FormData) { // expect: missing-rate-limit
  const user = await db.findUser(String(form.get('email')));
  if (!(await bcrypt.compare(String(form.get('password')), user.hash))) throw new Error('Wrong password');
}
