import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const db = new PrismaClient();
const Post = z.object({ title: z.string().min(1), body: z.string() });

/** It reads the member that the schema is for. */
export async function saveMember(input: { form: unknown; author: string }) {
  const post = Post.parse(input.form);
  return db.post.create({ data: { ...post, author: input.author } });
}

/** The same, taken out of what it is given. */
export async function saveTaken({ form, author }: { form: unknown; author: string }) {
  const post = Post.parse(form);
  return db.post.create({ data: { ...post, author } });
}

/** Fields of a form, read one by one into what the schema is given. */
export async function saveFields({ form }: { form: FormData }) {
  const post = Post.parse({ title: form.get('title'), body: form.get('body') });
  return db.post.create({ data: post });
}

/** All of them at once. */
export async function saveEntries({ form }: { form: FormData }) {
  const post = Post.parse(Object.fromEntries(form));
  return db.post.create({ data: post });
}

/** Whatever does the work behind it looks at the form. */
export async function saveBehind(input: { form: FormData; author: string }) {
  return saveEntries({ form: input.form });
}

/** A schema looks at something else. */
export async function saveOther({ form, extra }: { form: FormData; extra: unknown }) {
  const post = Post.parse(extra);
  return db.post.create({ data: { ...post, note: form.get('note') } });
}

/** Nothing looks at it. */
export async function saveAny({ form }: { form: FormData }) {
  return db.post.create({ data: { title: form.get('title') } });
}
