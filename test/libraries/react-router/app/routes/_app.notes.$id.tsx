import { useState } from 'react';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { db, notes } from '../lib/db.server';
import { requireUserId } from '../lib/session.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUserId(request);
  return { note: await db.select().from(notes).where(params.id) };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  try {
    await db.insert(notes).values({ text: form.get('text') });
  } catch (error) {
    console.error(error);
    return data({ error: (error as Error).message }, { status: 500 });
  }
  return redirect('/notes');
}

export default function Note() {
  const [open, setOpen] = useState(false);
  return <button onClick={() => setOpen(!open)}>{open ? 'Close' : 'Open'}</button>;
}
