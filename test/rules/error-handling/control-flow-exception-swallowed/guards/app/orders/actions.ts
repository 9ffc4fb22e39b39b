'use server';
import { redirect } from 'next/navigation';
import { explain, maybeUser, passOn, requireUser, settle } from '../../lib/session';
import { save } from '../../lib/store';

export async function create(form: FormData) {
  try {
    const user = await requireUser(); // expect: control-flow-exception-swallowed(warning medium)
    //                 ^^^^^^^^^^^^^ redirects or refuses by throwing
    await save(user, form);
    return { done: true };
  } catch (error) {
    return explain(error);
  }
}

export async function update(form: FormData) {
  const user = await requireUser(); // ok: control-flow-exception-swallowed
  try {
    await save(user, form);
    redirect('/orders'); // ok: control-flow-exception-swallowed
  } catch (error) {
    return passOn(error);
  }
}

export async function remove(form: FormData) {
  try {
    const user = await maybeUser(); // ok: control-flow-exception-swallowed
    await save(user, form);
  } catch (error) {
    return explain(error);
  }
}

export async function later(form: FormData) {
  try {
    // The promise fails when it has left the block.
    return requireUser(); // ok: control-flow-exception-swallowed
  } catch (error) {
    return explain(error);
  }
}

export async function settled(form: FormData) {
  try {
    await settle(false); // ok: control-flow-exception-swallowed
  } catch (error) {
    return explain(error);
  }
}
