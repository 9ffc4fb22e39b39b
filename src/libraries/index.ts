// Generated file, do not edit: npm run generate
import type { Library } from '../model/library';
import axios from './axios';
import betterAuth from './better-auth';
import betterSqlite3 from './better-sqlite3';
import clerk from './clerk';
import credentials from './credentials';
import drizzle from './drizzle';
import express from './express';
import expressMiddleware from './express-middleware';
import fastify from './fastify';
import fastifyAuth from './fastify-auth';
import fetch from './fetch';
import firebaseAdmin from './firebase-admin';
import hono from './hono';
import hostedAuth from './hosted-auth';
import httpClients from './http-clients';
import jsonwebtoken from './jsonwebtoken';
import knex from './knex';
import koa from './koa';
import mongoose from './mongoose';
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
import rateLimits from './rate-limits';
import sequelize from './sequelize';
import sessions from './sessions';
import socketio from './socketio';
import sqlTools from './sql-tools';
import sqlite3 from './sqlite3';
import supabase from './supabase';
import supabaseEdge from './supabase-edge';
import trpc from './trpc';
import typeorm from './typeorm';
import validators from './validators';
import web from './web';
import webhooks from './webhooks';
import ws from './ws';
import zod from './zod';

/** Every library, by id. */
export const libraries: readonly Library[] = [
  axios,
  betterAuth,
  betterSqlite3,
  clerk,
  credentials,
  drizzle,
  express,
  expressMiddleware,
  fastify,
  fastifyAuth,
  fetch,
  firebaseAdmin,
  hono,
  hostedAuth,
  httpClients,
  jsonwebtoken,
  knex,
  koa,
  mongoose,
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
  rateLimits,
  sequelize,
  sessions,
  socketio,
  sqlTools,
  sqlite3,
  supabase,
  supabaseEdge,
  trpc,
  typeorm,
  validators,
  web,
  webhooks,
  ws,
  zod,
];
