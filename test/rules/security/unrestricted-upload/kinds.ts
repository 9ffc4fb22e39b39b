// packages: express@5.1.0, multer@2.0.0
import express from 'express';
import multer from 'multer';

const app = express();
// Nothing in the file asks what was sent; who opens it from there gets what a stranger wrote.
const upload = multer({ dest: 'public/uploads', limits: { fileSize: 1_000_000 } }); // expect: unrestricted-upload(warning low)
const avatar = multer({ dest: 'public/uploads', limits: { fileSize: 1_000_000 }, fileFilter: (req, file, done) => done(null, allowed.has(file.originalname)) }); // ok: unrestricted-upload
// What is kept in memory goes where the handler says.
const parsed = multer({ storage: multer.memoryStorage(), limits: { fileSize: 1_000_000 } }); // ok: unrestricted-upload
const allowed = new Set<string>();

app.post('/files', upload.single('file'), avatar.any(), parsed.any(), (req, res) => res.end());
