// file: app/api/files/[name]/route.ts
// packages: next@15.0.0
import { readFile } from 'fs/promises';
import path from 'path';

export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const folder = new URL(request.url).searchParams.get('folder') ?? 'public';
  const one = await readFile(path.join(process.cwd(), 'files', name)); // expect: path-traversal
  const two = await readFile(`${folder}/index.json`); // expect: path-traversal
  const three = await readFile(path.join(process.cwd(), 'files', path.basename(name))); // ok: path-traversal
  return new Response(`${one}${two}${three}`);
}
