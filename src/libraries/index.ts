// Generated file, do not edit: npm run generate
import type { Library } from '../model/library';
import drizzle from './drizzle';
import express from './express';
import expressMiddleware from './express-middleware';
import jsonwebtoken from './jsonwebtoken';
import next from './next';
import passport from './passport';
import prisma from './prisma';
import supabase from './supabase';
import supabaseEdge from './supabase-edge';
import web from './web';

/** Every library, by id. */
export const libraries: readonly Library[] = [
  drizzle,
  express,
  expressMiddleware,
  jsonwebtoken,
  next,
  passport,
  prisma,
  supabase,
  supabaseEdge,
  web,
];
