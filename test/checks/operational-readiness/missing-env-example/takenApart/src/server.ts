import express from 'express';

const { PORT, DATABASE_URL, MAIL_KEY: key = '', 'MAIL_FROM': from, ...rest } = process.env;
// Terminals set this.
const { TERM_PROGRAM } = process.env;
const { region } = { region: process.env.S3_REGION };

express().listen(PORT);
export const mail = { key, from, region, database: DATABASE_URL, rest, from_: TERM_PROGRAM };
