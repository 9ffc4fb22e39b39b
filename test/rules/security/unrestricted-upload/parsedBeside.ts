// file: app/api/files/route.ts
// packages: next@16.0.0, @vercel/blob@2.0.0, zod@4.0.0
import { put } from '@vercel/blob';
import { z } from 'zod';

const fields = z.object({ title: z.string().max(100) });
const whole = z.object({ title: z.string(), file: z.instanceof(File) });

// What the other fields are checked by says nothing of the file.
export async function POST(request: Request) {
  const form = await request.formData();
  const parsed = fields.safeParse({ title: form.get('title') });
  if (!parsed.success) return Response.json({}, { status: 400 });
  const file = form.get('file') as File;
  const blob = await put(crypto.randomUUID(), file, { access: 'public' }); // expect: unrestricted-upload(warning medium)
  return Response.json({ ...blob, title: parsed.data.title });
}

export async function PUT(request: Request) {
  const form = await request.formData();
  const parsed = whole.safeParse(Object.fromEntries(form));
  if (!parsed.success) return Response.json({}, { status: 400 });
  const blob = await put(crypto.randomUUID(), parsed.data.file, { access: 'public' }); // ok: unrestricted-upload
  return Response.json({ ...blob, file: form.get('file') });
}

export async function PATCH(request: Request) {
  const form = await request.formData();
  const parsed = whole.safeParse({ title: form.get('title'), file: form.get('file') });
  if (!parsed.success) return Response.json({}, { status: 400 });
  const blob = await put(crypto.randomUUID(), parsed.data.file, { access: 'public' }); // ok: unrestricted-upload
  return Response.json(blob);
}

export async function DELETE(request: Request) {
  const { file, title } = Object.fromEntries(await request.formData());
  const parsed = whole.safeParse({ title, file });
  if (!parsed.success) return Response.json({}, { status: 400 });
  const blob = await put(crypto.randomUUID(), await parsed.data.file.arrayBuffer(), { access: 'public' }); // ok: unrestricted-upload
  return Response.json(blob);
}
