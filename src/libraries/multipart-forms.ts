import { defineLibrary, type CallRole, type UploadRole, type Variant } from '../model/library';

// Read in multer 2.5: an error beyond `limits`, no limit of size without them, and memory unless `dest` or `storage` says otherwise.
const multer: UploadRole = {
  options: 0,
  size: 'limits.fileSize',
  standard: 'unlimited',
  type: 'fileFilter',
  disk: ['dest'],
  engine: 'storage',
  refuses: true,
};
// Interceptors of NestJS are given what `MulterModule` was told as well.
const nest = (options: number): CallRole => ({
  upload: { ...multer, options, shared: true },
  guard: { kind: 'body-limit', onlyWith: 'limits.fileSize' },
  unbounded: 'unsure',
});
/** What multer gives, by what it was told of sizes. */
const multerValues = { 'multer#()': true, '@koa/multer#()': true, 'multer#unread': 'unsure', 'multer#limited': undefined } as const;
const methods = ['single', 'array', 'fields', 'any', 'none'];
const sizes: Variant[] = [
  { arg: 0, option: 'limits.fileSize', text: /^(?!.*(?:Infinity|INFINITY|MAX_SAFE_INTEGER|MAX_VALUE))/, value: 'multer#limited' },
  { arg: 0, option: 'limits', text: /^[\w$.]+$|\.\.\./, value: 'multer#unread' },
  { arg: 0, text: /^[\w$.]+(?:\(|$)|\.\.\./, value: 'multer#unread' },
];
// Read in formidable 3.5: 200 MB for a file and for all of them, onto the disk.
const formidable: UploadRole = {
  options: 0,
  size: 'maxFileSize',
  standard: 'limited',
  type: 'filter',
  disk: [],
  engine: 'fileWriteStreamHandler',
};
// Read in busboy 1.6: no limit of size.
const busboy: UploadRole = { options: 0, size: 'limits.fileSize', standard: 'unlimited', streams: true };

/** What takes files out of requests. */
export default defineLibrary({
  id: 'multipart-forms',
  title: 'Multipart forms',
  packages: ['multer', 'formidable', 'busboy', 'express-fileupload', '@koa/multer', '@fastify/multipart'],
  aliases: Object.fromEntries(
    ['formidable#()', 'formidable#formidable()', 'formidable#IncomingForm()', 'formidable#Formidable()']
      .map((path) => [path, 'formidable#form'])
      .concat([
        ['formidable#form.parse().[0]', 'formidable#fields'],
        ['formidable#form.parse().[]', 'formidable#files'],
        ['formidable#files.*', 'formidable#file'],
        ['formidable#file.[0]', 'formidable#file'],
        ['formidable#file.[]', 'formidable#file'],
      ])
      .concat([
        ['express#req.file', 'upload#file'],
        ['express#req.files.*', 'upload#file'],
        ['upload#file.[]', 'upload#file'],
      ]),
  ),
  variants: { 'multer#': sizes, '@koa/multer#': sizes },
  calls: {
    ...Object.fromEntries(
      Object.entries(multerValues).flatMap(([value, unbounded]) =>
        methods.map((name): [string, CallRole] => [
          `${value}.${name}`,
          unbounded ? { harmless: true, unbounded: name === 'none' ? 'unsure' : unbounded } : { guard: { kind: 'body-limit' } },
        ]),
      ),
    ),
    'formidable#form.parse': { callbacks: [{ args: [1], params: ['caught#', 'formidable#fields', 'formidable#files'] }] },
    'multer#': { upload: multer },
    '@koa/multer#': { upload: multer },
    'formidable#': { upload: formidable },
    'formidable#formidable': { upload: formidable },
    'formidable#IncomingForm': { upload: formidable },
    'busboy#': { upload: busboy },
    // Read in express-fileupload 1.5: no limit of size, and memory without `useTempFiles`.
    'express-fileupload#': { upload: { options: 0, size: 'limits.fileSize', standard: 'unlimited', disk: ['useTempFiles'] } },
    // Read in @fastify/multipart 10.1: `bodyLimit` of the server, 1 MiB by itself.
    'fastify#app.register': {
      upload: { options: 1, given: '@fastify/multipart#', size: 'limits.fileSize', standard: 'limited', streams: true },
    },
    '@nestjs/platform-express#FileInterceptor': nest(1),
    '@nestjs/platform-express#FilesInterceptor': nest(2),
    '@nestjs/platform-express#FileFieldsInterceptor': nest(1),
    '@nestjs/platform-express#AnyFilesInterceptor': nest(0),
  },
  reads: {
    'formidable#fields': { input: 'form' },
    // Read in formidable 3.5: as it was sent, except for what stands before a backslash. multer and express-fileupload drop folders, as busboy 1.6 does.
    'formidable#file.originalFilename': { input: 'form' },
    'formidable#file.name': { input: 'form' },
    'upload#file.originalname': { input: 'file', base: true },
    'upload#file.name': { input: 'file', base: true },
    'upload#file.buffer': { input: 'file' },
    'upload#file.data': { input: 'file' },
    'upload#file.mimetype': { input: 'file' },
  },
});
