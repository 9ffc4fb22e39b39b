// Generated file, do not edit: npm run generate
import type { Library } from '../model/library';
import accountProofs from './account-proofs';
import ai from './ai';
import angular from './angular';
import angularjs from './angularjs';
import anthropic from './anthropic';
import archives from './archives';
import assertions from './assertions';
import astro from './astro';
import awsLambda from './aws-lambda';
import axios from './axios';
import azureFunctions from './azure-functions';
import betterAuth from './better-auth';
import betterSqlite3 from './better-sqlite3';
import browsers from './browsers';
import bullmq from './bullmq';
import bundlers from './bundlers';
import bunyan from './bunyan';
import caches from './caches';
import clerk from './clerk';
import cloudflareD1 from './cloudflare-d1';
import cloudflarePages from './cloudflare-pages';
import commandLineTools from './command-line-tools';
import connectServers from './connect-servers';
import consola from './consola';
import convex from './convex';
import credentials from './credentials';
import dom from './dom';
import drizzle from './drizzle';
import electron from './electron';
import envSchemas from './env-schemas';
import express from './express';
import expressMiddleware from './express-middleware';
import fastify from './fastify';
import fastifyAuth from './fastify-auth';
import fetch from './fetch';
import firebaseAdmin from './firebase-admin';
import firebaseFunctions from './firebase-functions';
import firestore from './firestore';
import gemini from './gemini';
import graphql from './graphql';
import hapi from './hapi';
import hono from './hono';
import hostedAuth from './hosted-auth';
import htmlText from './html-text';
import httpClients from './http-clients';
import inngest from './inngest';
import jquery from './jquery';
import jsonwebtoken from './jsonwebtoken';
import knex from './knex';
import koa from './koa';
import kysely from './kysely';
import loggers from './loggers';
import mail from './mail';
import mongodb from './mongodb';
import mongoose from './mongoose';
import mootools from './mootools';
import multipartForms from './multipart-forms';
import mysql2 from './mysql2';
import neon from './neon';
import nest from './nest';
import nestAxios from './nest-axios';
import next from './next';
import nextAuth from './next-auth';
import nextSafeAction from './next-safe-action';
import nodeCron from './node-cron';
import nodeEvents from './node-events';
import nodeFiles from './node-files';
import nodeHttp from './node-http';
import nodeProcesses from './node-processes';
import nodeSchedule from './node-schedule';
import nuxt from './nuxt';
import objectTools from './object-tools';
import openai from './openai';
import passport from './passport';
import payload from './payload';
import pg from './pg';
import pino from './pino';
import postgres from './postgres';
import prisma from './prisma';
import queryStrings from './query-strings';
import randomValues from './random-values';
import rateLimits from './rate-limits';
import razorpay from './razorpay';
import react from './react';
import reactRouter from './react-router';
import redis from './redis';
import resend from './resend';
import sentry from './sentry';
import sequelize from './sequelize';
import sessions from './sessions';
import socketio from './socketio';
import sqlTools from './sql-tools';
import sqlite3 from './sqlite3';
import storage from './storage';
import stripe from './stripe';
import supabase from './supabase';
import supabaseEdge from './supabase-edge';
import superagent from './superagent';
import sveltekit from './sveltekit';
import tanstackStart from './tanstack-start';
import templateEngines from './template-engines';
import triggerDev from './trigger-dev';
import trpc from './trpc';
import tslog from './tslog';
import twilio from './twilio';
import typeorm from './typeorm';
import validators from './validators';
import vercelFunctions from './vercel-functions';
import vueRouter from './vue-router';
import web from './web';
import webhooks from './webhooks';
import winston from './winston';
import ws from './ws';
import zod from './zod';
import zsa from './zsa';

/** Every library, by id. */
export const libraries: readonly Library[] = [
  accountProofs,
  ai,
  angular,
  angularjs,
  anthropic,
  archives,
  assertions,
  astro,
  awsLambda,
  axios,
  azureFunctions,
  betterAuth,
  betterSqlite3,
  browsers,
  bullmq,
  bundlers,
  bunyan,
  caches,
  clerk,
  cloudflareD1,
  cloudflarePages,
  commandLineTools,
  connectServers,
  consola,
  convex,
  credentials,
  dom,
  drizzle,
  electron,
  envSchemas,
  express,
  expressMiddleware,
  fastify,
  fastifyAuth,
  fetch,
  firebaseAdmin,
  firebaseFunctions,
  firestore,
  gemini,
  graphql,
  hapi,
  hono,
  hostedAuth,
  htmlText,
  httpClients,
  inngest,
  jquery,
  jsonwebtoken,
  knex,
  koa,
  kysely,
  loggers,
  mail,
  mongodb,
  mongoose,
  mootools,
  multipartForms,
  mysql2,
  neon,
  nest,
  nestAxios,
  next,
  nextAuth,
  nextSafeAction,
  nodeCron,
  nodeEvents,
  nodeFiles,
  nodeHttp,
  nodeProcesses,
  nodeSchedule,
  nuxt,
  objectTools,
  openai,
  passport,
  payload,
  pg,
  pino,
  postgres,
  prisma,
  queryStrings,
  randomValues,
  rateLimits,
  razorpay,
  react,
  reactRouter,
  redis,
  resend,
  sentry,
  sequelize,
  sessions,
  socketio,
  sqlTools,
  sqlite3,
  storage,
  stripe,
  supabase,
  supabaseEdge,
  superagent,
  sveltekit,
  tanstackStart,
  templateEngines,
  triggerDev,
  trpc,
  tslog,
  twilio,
  typeorm,
  validators,
  vercelFunctions,
  vueRouter,
  web,
  webhooks,
  winston,
  ws,
  zod,
  zsa,
];
