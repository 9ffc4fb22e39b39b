// file: app/api/files/route.ts
// packages: next@16.0.0, @vercel/blob@2.0.0
import { put } from '@vercel/blob';
import { writeFile } from 'node:fs/promises';
import { checkImage } from '@/lib/images';

export async function POST(request: Request) {
  const form = await request.formData();
  const file = form.get('file') as File;
  const blob = await put(file.name, file, { access: 'public' }); // expect: unrestricted-upload(warning medium)
  return Response.json(blob);
}

export async function PUT(request: Request) {
  const form = await request.formData();
  const file = form.get('file') as File;
  if (!file.type.startsWith('image/') || file.size > 4_000_000) return Response.json({ error: 'Images up to 4 MB' }, { status: 400 });
  const blob = await put(crypto.randomUUID(), file, { access: 'public' }); // ok: unrestricted-upload
  return Response.json(blob);
}

export async function PATCH(request: Request) {
  const form = await request.formData();
  const file = form.get('file') as File;
  // A helper may refuse it.
  await checkImage(file);
  const blob = await put(crypto.randomUUID(), file, { access: 'public' }); // ok: unrestricted-upload
  return Response.json(blob);
}

export async function DELETE(request: Request) {
  const form = await request.formData();
  // A text of the form is no file.
  await writeFile('/tmp/note.txt', String(form.get('note'))); // ok: unrestricted-upload
  return new Response();
}
