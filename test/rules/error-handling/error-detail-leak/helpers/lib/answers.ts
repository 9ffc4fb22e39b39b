import type { Response as Answer } from 'express';

export function sendError(res: Answer, status: number, message: string) {
  console.error(message);
  return res.status(status).json({ error: message });
}

export const sendFailure = (res: Answer, message = 'Something went wrong', status = 500) => {
  if (res.headersSent) return;
  const body = { ok: false, error: { message: `Failed: ${message}` } };
  res.status(status).json(body);
};

export function inDevelopment(res: Answer, message: string) {
  res.status(500).json({ error: process.env.NODE_ENV === 'production' ? 'Internal Server Error' : message });
}

export function byStatus(res: Answer, status: number, message: string) {
  if (status >= 500) return res.status(status).json({ error: 'Internal Server Error' });
  return res.status(status).json({ error: message });
}

export function replaced(res: Answer, status: number, message: string) {
  if (status >= 500) message = 'Internal Server Error';
  res.status(status).json({ error: message });
}

export function counted(res: Answer, message: string) {
  res.status(500).json({ error: 'Internal Server Error', length: message.length });
}

const internal = (message: string, cors = false) =>
  Response.json({ code: 'internal', message, details: {} }, { status: 500, headers: cors ? { Vary: 'Origin' } : {} });

export const answers = { internal, bad: (message: string) => Response.json({ message }, { status: 400 }) };
