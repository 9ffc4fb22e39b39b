// packages: express@5.1.0, busboy@1.6.0
import express from 'express';
import busboy from 'busboy';

const app = express();
// Nobody listens for files: their parts are passed over.
app.post('/fields', (req, res) => {
  const parser = busboy({ headers: req.headers }); // ok: unrestricted-upload
  parser.on('field', (name, value) => console.log(name, value.length));
  parser.on('close', () => res.end());
  req.pipe(parser);
});
