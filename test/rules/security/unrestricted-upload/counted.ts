// packages: express@5.1.0, busboy@1.6.0
import express from 'express';
import busboy from 'busboy';

const app = express();
app.post('/streams', (req, res) => {
  const parser = busboy({ headers: req.headers }); // ok: unrestricted-upload
  let received = 0;
  parser.on('file', (name, file) => {
    file.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > 1_000_000) req.destroy();
    });
  });
  parser.on('close', () => res.end());
  req.pipe(parser);
});
