import type { ActionFunctionArgs } from 'react-router';
import { other } from '../clients.server';

export async function action({ request }: ActionFunctionArgs) { // expect: missing-auth-guard
  const form = await request.formData();
  await other.note.deleteMany({ where: { title: String(form.get('title')) } });
  return null;
}
