import express from 'express';

export const port = Number(process.env.PORT ?? 3000);
export const db = process.env.DATABASE_URL;
export const mail = { from: process.env['MAIL_FROM'], key: process.env.MAIL_KEY };
express().listen(port);

// The system, the proxy and Node set these.
export const places = [process.env.LOCALAPPDATA, process.env.HTTPS_PROXY, process.env.NODE_TLS_REJECT_UNAUTHORIZED];
