import express from 'express';

export const port = Number(process.env.PORT ?? 3000);
export const db = process.env.DATABASE_URL;
export const mail = { from: process.env['MAIL_FROM'], key: process.env.MAIL_KEY };
express().listen(port);
