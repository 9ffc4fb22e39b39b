// packages: express@5.1.0, multer@2.0.0
import express from 'express';
import multer from 'multer';

const app = express();
const upload = multer({ dest: 'public/uploads', limits: { fileSize: 1_000_000 } }); // ok: unrestricted-upload

app.post('/files', upload.single('file'), (req, res) => {
  if (req.file?.mimetype !== 'image/png') return res.status(415).end();
  res.end();
});
