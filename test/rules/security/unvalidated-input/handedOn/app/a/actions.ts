'use server';
import { saveAny, saveBehind, saveEntries, saveFields, saveMember, saveOther, saveTaken } from '../../lib/save';

export async function member(form: FormData) { // ok: unvalidated-input
  await saveMember({ form, author: 'me' });
}

export async function taken(form: FormData) { // ok: unvalidated-input
  await saveTaken({ form, author: 'me' });
}

export async function fields(form: FormData) { // ok: unvalidated-input
  await saveFields({ form });
}

export async function entries(form: FormData) { // ok: unvalidated-input
  await saveEntries({ form });
}

export async function renamed(data: FormData) { // ok: unvalidated-input
  await saveEntries({ form: data });
}

export async function behind(form: FormData) { // ok: unvalidated-input
  await saveBehind({ form, author: 'me' });
}

export async function other(form: FormData) { // expect: unvalidated-input
  await saveOther({ form, extra: { title: 'fixed', body: '' } });
}

export async function any(form: FormData) { // expect: unvalidated-input
  await saveAny({ form });
}
