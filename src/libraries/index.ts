// Generated file, do not edit: npm run generate
import type { Library } from '../model/library';
import drizzle from './drizzle';
import express from './express';
import expressMiddleware from './express-middleware';
import fastify from './fastify';
import jsonwebtoken from './jsonwebtoken';
import nest from './nest';
import next from './next';
import passport from './passport';
import prisma from './prisma';
import supabase from './supabase';
import supabaseEdge from './supabase-edge';
import trpc from './trpc';
import web from './web';

/** Every library, by id. */
export const libraries: readonly Library[] = [
  drizzle,
  express,
  expressMiddleware,
  fastify,
  jsonwebtoken,
  nest,
  next,
  passport,
  prisma,
  supabase,
  supabaseEdge,
  trpc,
  web,
];
