import { addNote } from '@/lib/data/notes';

export async function importNotes(texts: string[]) {
  return Promise.all(texts.map((text) => addNote(text)));
}

export async function quickNote(text: string) {
  return addNote(text.trim());
}
