// file: app/login/actions.ts
// packages: next@15.1.0, next-auth@5.0.0-beta.30
'use server';
import NextAuth, { AuthError } from 'next-auth';

const { signIn, signOut } = NextAuth({ providers: [] });

export async function login(form: FormData) {
  try {
    await signIn('credentials', form); // expect: control-flow-exception-swallowed
  } catch (error) {
    if (error instanceof AuthError) return 'Invalid credentials.';
    return 'Something went wrong.';
  }
}

export async function right(form: FormData) {
  try {
    await signIn('credentials', form); // ok: control-flow-exception-swallowed
  } catch (error) {
    if (error instanceof AuthError) return 'Invalid credentials.';
    throw error;
  }
}

export async function stays(form: FormData) {
  try {
    await signIn('credentials', { ...Object.fromEntries(form), redirect: false }); // ok: control-flow-exception-swallowed
  } catch (error) {
    return 'Something went wrong.';
  }
}

export async function leave() {
  try {
    await signOut({ redirectTo: '/' }); // expect: control-flow-exception-swallowed
  } catch (error) {
    console.error(error);
  }
}
