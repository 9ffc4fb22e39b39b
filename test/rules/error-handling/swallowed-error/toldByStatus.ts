// file: src/notes.ts
// packages: @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function createNote(title: string) {
  try {
    await db.note.create({ data: { title } });
    return { message: 'ノートの作成に成功しました。', status: 201 };
  } catch {
    return { message: 'ノートの作成に失敗しました。', status: 500 };
  }
}

export async function renameNote(title: string) {
  try {
    await db.note.updateMany({ data: { title } });
    return { nachricht: 'Umbenannt', statusCode: 200 };
  } catch {
    return { nachricht: 'Das ging nicht', statusCode: 409 };
  }
}

export async function countNotes() {
  try {
    await db.note.updateMany({ data: { seen: true } });
    return { title: 'All', count: await db.note.count() };
    // expect-next-line: swallowed-error
  } catch {
    return { title: '', count: 500 };
  }
}

export async function listNotes() {
  try {
    await db.note.create({ data: { title: 'seen' } });
    return { message: 'ノート', status: 200 };
    // expect-next-line: swallowed-error
  } catch {
    return { message: '', status: 200 };
  }
}
