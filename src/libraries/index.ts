// Generated file, do not edit: npm run generate
import type { Library } from '../model/library';
import axios from './axios';
import betterSqlite3 from './better-sqlite3';
import credentials from './credentials';
import drizzle from './drizzle';
import express from './express';
import expressMiddleware from './express-middleware';
import fastify from './fastify';
import fetch from './fetch';
import httpClients from './http-clients';
import jsonwebtoken from './jsonwebtoken';
import knex from './knex';
import mysql2 from './mysql2';
import neon from './neon';
import nest from './nest';
import next from './next';
import nextAuth from './next-auth';
import nextSafeAction from './next-safe-action';
import nodeEvents from './node-events';
import passport from './passport';
import pg from './pg';
import postgres from './postgres';
import prisma from './prisma';
import sequelize from './sequelize';
import socketio from './socketio';
import sqlTools from './sql-tools';
import sqlite3 from './sqlite3';
import supabase from './supabase';
import supabaseEdge from './supabase-edge';
import trpc from './trpc';
import typeorm from './typeorm';
import web from './web';
import webhooks from './webhooks';
import ws from './ws';
import zod from './zod';

/** Every library, by id. */
export const libraries: readonly Library[] = [
  axios,
  betterSqlite3,
  credentials,
  drizzle,
  express,
  expressMiddleware,
  fastify,
  fetch,
  httpClients,
  jsonwebtoken,
  knex,
  mysql2,
  neon,
  nest,
  next,
  nextAuth,
  nextSafeAction,
  nodeEvents,
  passport,
  pg,
  postgres,
  prisma,
  sequelize,
  socketio,
  sqlTools,
  sqlite3,
  supabase,
  supabaseEdge,
  trpc,
  typeorm,
  web,
  webhooks,
  ws,
  zod,
];
