// Generated file, do not edit: npm run generate
import type { Library } from '../model/library';
import axios from './axios';
import drizzle from './drizzle';
import express from './express';
import expressMiddleware from './express-middleware';
import fastify from './fastify';
import fetch from './fetch';
import httpClients from './http-clients';
import jsonwebtoken from './jsonwebtoken';
import nest from './nest';
import next from './next';
import nodeEvents from './node-events';
import passport from './passport';
import prisma from './prisma';
import socketio from './socketio';
import supabase from './supabase';
import supabaseEdge from './supabase-edge';
import trpc from './trpc';
import web from './web';
import webhooks from './webhooks';
import ws from './ws';
import zod from './zod';

/** Every library, by id. */
export const libraries: readonly Library[] = [
  axios,
  drizzle,
  express,
  expressMiddleware,
  fastify,
  fetch,
  httpClients,
  jsonwebtoken,
  nest,
  next,
  nodeEvents,
  passport,
  prisma,
  socketio,
  supabase,
  supabaseEdge,
  trpc,
  web,
  webhooks,
  ws,
  zod,
];
