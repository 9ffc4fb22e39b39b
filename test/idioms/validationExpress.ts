// packages: express@4.21.0, zod@3.23.0, joi@17.13.0, yup@1.4.0, valibot@0.42.0, ajv@8.17.0, arktype@2.0.0, @sinclair/typebox@0.34.0, express-validator@7.2.0, celebrate@15.0.0, class-validator@0.14.0, class-transformer@0.5.0, superstruct@2.0.0, express-rate-limit@7.4.0, @prisma/client@6.1.0

// file: src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/validate.ts
import type { RequestHandler } from 'express';
import type { ZodSchema } from 'zod';
import { validationResult } from 'express-validator';
export const validate = (schema: ZodSchema): RequestHandler => (req, res, next) => { const parsed = schema.safeParse(req.body); if (!parsed.success) { res.status(400).json(parsed.error.flatten()); return; } req.body = parsed.data; next(); };
export const noteOnly = (schema: ZodSchema): RequestHandler => (req, res, next) => { const parsed = schema.safeParse(req.body); if (!parsed.success) console.warn(parsed.error); next(); };
export const validateQuery = (schema: ZodSchema): RequestHandler => (req, res, next) => { req.query = schema.parse(req.query); next(); };
export const refuseBad: RequestHandler = (req, res, next) => { const errors = validationResult(req); if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() }); next(); };

// file: src/zod.ts
import express from 'express';
import { z } from 'zod';
import { db } from './db';
import { validate, noteOnly, validateQuery } from './validate';
const app = express();
app.use(express.json());
const Post = z.object({ title: z.string().max(80), body: z.string() });
// endpoint: POST /z1 unvalidated
app.post('/z1', async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /z2 validated
app.post('/z2', async (req, res) => { const data = Post.parse(req.body); res.json(await db.post.create({ data })); });
// endpoint: POST /z3 validated
app.post('/z3', async (req, res) => { const parsed = Post.safeParse(req.body); if (!parsed.success) return res.status(400).json({}); res.json(await db.post.create({ data: parsed.data })); });
// endpoint: POST /z4 unvalidated (nobody looks at what the check says)
app.post('/z4', async (req, res) => { Post.safeParse(req.body); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /z5 unvalidated
app.post('/z5', async (req, res) => { const query = Post.parse(req.query); res.json(await db.post.create({ data: { ...req.body, author: query.title } })); });
// endpoint: POST /z6 validated
app.post('/z6', validate(Post), async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /z7 unvalidated (it only notes)
app.post('/z7', noteOnly(Post), async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /z8 unvalidated (the query alone)
app.post('/z8', validateQuery(Post), async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /z9 unvalidated
app.post('/z9', async (req, res) => { const data = z.any().parse(req.body); res.json(await db.post.create({ data })); });
// endpoint: POST /z10 unvalidated
app.post('/z10', async (req, res) => { try { Post.parse(req.body); } catch {} res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /z11 validated
app.post('/z11', async (req, res) => { let data; try { data = Post.parse(req.body); } catch { return res.status(400).json({}); } res.json(await db.post.create({ data })); });
// endpoint: POST /z12 validated
app.post('/z12', async (req, res) => { const { title } = req.body; if (typeof title !== 'string' || title.length > 80) return res.status(400).json({}); res.json(await db.post.create({ data: { title } })); });
// endpoint: POST /z13 unvalidated
app.post('/z13', async (req, res) => { const { title, body } = req.body; if (!title) return res.status(400).json({}); res.json(await db.post.create({ data: { title, body } })); });
// endpoint: POST /z14 validated
app.post('/z14', async (req, res) => { const result = await Post.safeParseAsync(req.body); if (result.error) { return res.status(422).json({}); } const { title, body } = result.data; res.json(await db.post.create({ data: { title, body } })); });
// endpoint: POST /z15 unvalidated
app.post('/z15', async (req, res) => { const parsed = Post.safeParse(req.body); const data = parsed.success ? parsed.data : req.body; res.json(await db.post.create({ data })); });
// endpoint: PUT /z16/:id validated
app.put('/z16/:id', async (req, res) => { const data = Post.partial().parse(req.body); res.json(await db.post.update({ where: { id: req.params.id }, data })); });
const make = async (data: unknown) => db.post.create({ data: Post.parse(data) });
// endpoint: POST /z17 validated
app.post('/z17', async (req, res) => { res.json(await make(req.body)); });
// endpoint: POST /z18 validated
app.post('/z18', (req, res, next) => { Post.parse(req.body); next(); }, async (req, res) => { res.json(await db.post.create({ data: req.body })); });
const each = (schema: z.ZodSchema): express.RequestHandler => (req, res, next) => { const parsed = schema.safeParse({ body: req.body, query: req.query, params: req.params }); if (!parsed.success) return res.status(400).json({}); next(); };
const greet = async (order: any) => { Post.parse({ title: order.customer }); return db.post.create({ data: order }); };
const shown = (order: any) => Post.parse(order);
// endpoint: POST /z23 unvalidated (what it answers with is checked)
app.post('/z23', async (req: any, res) => { await db.post.create({ data: { author: req.user.id } }); res.json(shown(req.user)); });
// endpoint: POST /z22 unvalidated (what is checked is made of one member)
app.post('/z22', async (req, res) => { res.json(await greet(req.body)); });
// endpoint: POST /z19 validated
app.post('/z19', each(z.object({ body: Post })), async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: GET /z20 validated
app.get('/z20', validateQuery(Post), async (req, res) => { res.json(await db.post.findMany({ where: req.query as any })); });
// endpoint: POST /z21 validated
app.post('/z21', validateQuery(Post), validate(Post), async (req, res) => { res.json(await db.post.create({ data: req.body })); });

// file: src/others.ts
import express from 'express';
import Joi from 'joi';
import * as yup from 'yup';
import * as v from 'valibot';
import Ajv from 'ajv';
import { type } from 'arktype';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { body, validationResult, matchedData, checkSchema } from 'express-validator';
import { celebrate, Segments } from 'celebrate';
import { plainToInstance } from 'class-transformer';
import { validate, validateOrReject, IsString } from 'class-validator';
import { assert, object, string, create, is } from 'superstruct';
import { db } from './db';
import { refuseBad } from './validate';
const app = express();
const joi = Joi.object({ title: Joi.string().required() });
const yupSchema = yup.object({ title: yup.string().required() });
const valibot = v.object({ title: v.string() });
const ajv = new Ajv();
const check = ajv.compile({ type: 'object', properties: { title: { type: 'string' } } });
const ark = type({ title: 'string' });
const box = Type.Object({ title: Type.String() });
const struct = object({ title: string() });
class PostDto { @IsString() title!: string; }
// endpoint: POST /j1 validated
app.post('/j1', async (req, res) => { const { error, value } = joi.validate(req.body); if (error) return res.status(400).json({}); res.json(await db.post.create({ data: value })); });
// endpoint: POST /j2 unvalidated (what was wrong is not looked at)
app.post('/j2', async (req, res) => { const { value } = joi.validate(req.body); res.json(await db.post.create({ data: value })); });
// endpoint: POST /j3 validated
app.post('/j3', async (req, res) => { const value = await joi.validateAsync(req.body); res.json(await db.post.create({ data: value })); });
// endpoint: POST /j4 validated
app.post('/j4', async (req, res) => { const value = Joi.attempt(req.body, joi); res.json(await db.post.create({ data: value })); });
// endpoint: POST /y1 validated
app.post('/y1', async (req, res) => { const value = await yupSchema.validate(req.body); res.json(await db.post.create({ data: value })); });
// endpoint: POST /y2 unvalidated
app.post('/y2', async (req, res) => { await yupSchema.isValid(req.body); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /y3 validated
app.post('/y3', async (req, res) => { if (!(await yupSchema.isValid(req.body))) return res.status(400).json({}); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /b1 validated
app.post('/b1', async (req, res) => { const value = v.parse(valibot, req.body); res.json(await db.post.create({ data: value })); });
// endpoint: POST /b2 validated
app.post('/b2', async (req, res) => { const result = v.safeParse(valibot, req.body); if (!result.success) return res.status(400).json({}); res.json(await db.post.create({ data: result.output })); });
// endpoint: POST /b3 unvalidated
app.post('/b3', async (req, res) => { const result = v.safeParse(valibot, req.body); res.json(await db.post.create({ data: result.output })); });
// endpoint: POST /b4 validated
app.post('/b4', async (req, res) => { if (!v.is(valibot, req.body)) return res.status(400).json({}); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /a1 validated
app.post('/a1', async (req, res) => { if (!check(req.body)) return res.status(400).json(check.errors); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /a2 unvalidated
app.post('/a2', async (req, res) => { check(req.body); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /a3 validated
app.post('/a3', async (req, res) => { const ok = ajv.validate({ type: 'object' }, req.body); if (!ok) return res.status(400).json({}); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /k1 validated
app.post('/k1', async (req, res) => { const out = ark(req.body); if (out instanceof type.errors) return res.status(400).json({}); res.json(await db.post.create({ data: out })); });
// endpoint: POST /k2 validated
app.post('/k2', async (req, res) => { const out = ark.assert(req.body); res.json(await db.post.create({ data: out })); });
// endpoint: POST /t1 validated
app.post('/t1', async (req, res) => { if (!Value.Check(box, req.body)) return res.status(400).json({}); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /t2 unvalidated
app.post('/t2', async (req, res) => { Value.Check(box, req.body); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /t3 validated
app.post('/t3', async (req, res) => { const data = Value.Parse(box, req.body); res.json(await db.post.create({ data })); });
// endpoint: POST /e1 validated
app.post('/e1', body('title').isString(), async (req, res) => { const errors = validationResult(req); if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() }); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /e2 unvalidated
app.post('/e2', body('title').isString(), async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /e3 validated
app.post('/e3', [body('title').isString(), refuseBad], async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /e4 validated
app.post('/e4', body('title').isString(), async (req, res) => { const result = validationResult(req); if (result.isEmpty()) { const data = matchedData(req); return res.json(await db.post.create({ data })); } res.status(400).json({}); });
// endpoint: POST /e5 validated
app.post('/e5', checkSchema({ title: { isString: true } }), refuseBad, async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /c1 validated
app.post('/c1', celebrate({ [Segments.BODY]: joi }), async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /c2 unvalidated (the query alone)
app.post('/c2', celebrate({ [Segments.QUERY]: joi }), async (req, res) => { res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /d1 validated
app.post('/d1', async (req, res) => { const dto = plainToInstance(PostDto, req.body); await validateOrReject(dto); res.json(await db.post.create({ data: dto })); });
// endpoint: POST /d2 validated
app.post('/d2', async (req, res) => { const dto = plainToInstance(PostDto, req.body); const errors = await validate(dto); if (errors.length > 0) return res.status(400).json({}); res.json(await db.post.create({ data: dto })); });
// endpoint: POST /d3 unvalidated
app.post('/d3', async (req, res) => { const dto = plainToInstance(PostDto, req.body); res.json(await db.post.create({ data: dto })); });
// endpoint: POST /d4 unvalidated
app.post('/d4', async (req, res) => { const dto = plainToInstance(PostDto, req.body); await validate(dto); res.json(await db.post.create({ data: dto })); });
// endpoint: POST /s1 validated
app.post('/s1', async (req, res) => { assert(req.body, struct); res.json(await db.post.create({ data: req.body })); });
// endpoint: POST /s2 validated
app.post('/s2', async (req, res) => { if (!is(req.body, struct)) return res.status(400).json({}); res.json(await db.post.create({ data: req.body })); });
