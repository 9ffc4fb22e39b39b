'use client';
import { requireUser } from '../../lib/session';

export function Order() {
  async function show() {
    try {
      // What a page calls may run on the server, which sees to it.
      await requireUser(); // ok: control-flow-exception-swallowed
    } catch (error) {
      console.error(error);
    }
  }
  return <button onClick={show} />;
}
