import { redirect } from 'next/navigation';
import { cookies } from 'next/headers';

export async function requireUser() {
  const session = (await cookies()).get('session');
  if (!session) redirect('/login');
  return { id: session.value };
}

export async function maybeUser() {
  try {
    return await requireUser(); // expect: control-flow-exception-swallowed
  } catch {
    return null;
  }
}

/** Where it leads, whoever calls it decides. */
export async function settle(isFinal: boolean) {
  if (isFinal) redirect('/orders');
  return { id: '1' };
}

export function explain(error: unknown) {
  return { message: error instanceof Error ? 'Failed' : 'Unknown' };
}

export function passOn(error: unknown) {
  if (error instanceof Error && 'digest' in error) throw error;
  return { message: 'Failed' };
}
