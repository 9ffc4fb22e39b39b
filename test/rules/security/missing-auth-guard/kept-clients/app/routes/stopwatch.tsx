import type { ActionFunctionArgs } from 'react-router';
import { stopwatch } from '../clients.server';

export async function action({ request }: ActionFunctionArgs) { // ok: missing-auth-guard
  const form = await request.formData();
  await stopwatch.deleteMany({ where: { title: String(form.get('title')) } });
  return null;
}
