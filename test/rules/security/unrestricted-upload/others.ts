// packages: express@5.1.0, express-fileupload@1.5.0, formidable@3.5.0, busboy@1.6.0
import express from 'express';
import fileUpload from 'express-fileupload';
import formidable from 'formidable';
import busboy from 'busboy';

const app = express();
app.use(fileUpload()); // expect: unrestricted-upload(error medium)
app.use(fileUpload({ useTempFiles: true, tempFileDir: '/tmp/' })); // expect: unrestricted-upload(warning medium)
app.use(fileUpload({ limits: { fileSize: 50 * 1024 * 1024 }, abortOnLimit: true })); // ok: unrestricted-upload

app.post('/forms', async (req, res) => {
  // It stops at 200 MB by itself.
  const form = formidable({ filter: ({ name }) => name === 'photo' }); // ok: unrestricted-upload
  const [fields] = await form.parse(req);
  res.json(fields);
});
app.post('/endless', async (req, res) => {
  const form = formidable({ maxFileSize: Infinity, filter: ({ name }) => name === 'photo' }); // expect: unrestricted-upload
  const [fields] = await form.parse(req);
  res.json(fields);
});
app.post('/streams', (req, res) => {
  const parser = busboy({ headers: req.headers }); // expect: unrestricted-upload(warning medium)
  parser.on('file', (name, file) => file.resume());
  parser.on('close', () => res.end());
  req.pipe(parser);
});
app.post('/streams2', (req, res) => {
  const parser = busboy({ headers: req.headers, limits: { fileSize: 1_000_000 } }); // ok: unrestricted-upload
  parser.on('file', (name, file) => file.resume());
  parser.on('close', () => res.end());
  req.pipe(parser);
});
