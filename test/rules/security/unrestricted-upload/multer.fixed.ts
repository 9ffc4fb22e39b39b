import express from 'express';
import multer from 'multer';
import { sharedLimits, sharedOptions } from './limits';

const app = express();
const inMemory = multer({ storage: multer.memoryStorage(), limits: { fileSize: 10 * 1024 * 1024 } });
const nothing = multer({ limits: { fileSize: 10 * 1024 * 1024 } });
const onDisk = multer({ dest: 'uploads/', limits: { fileSize: 10 * 1024 * 1024 } });
const engine = multer.diskStorage({ destination: '/tmp/uploads' });
const byEngine = multer({
  storage: engine,
  fileFilter: (req, file, done) => done(null, file.mimetype === 'image/png'),
  limits: { fileSize: 10 * 1024 * 1024 },
});
const several = multer({ dest: 'uploads/', limits: { files: 3, fileSize: 10 * 1024 * 1024 } });
const endless = multer({ dest: 'uploads/', limits: { fileSize: 10 * 1024 * 1024 } });
const limited = multer({ storage: multer.memoryStorage(), limits: { fileSize: 5 * 1024 * 1024 } });
// What another file says may be a limit.
const shared = multer({ dest: 'uploads/', limits: sharedLimits });
const spread = multer({ ...sharedOptions, dest: 'uploads/' });
const imported = multer(sharedOptions);
const options = { dest: 'uploads/', limits: { fileSize: 1_000_000 } };
const named = multer(options);
// It reads the fields of a form and refuses files.
const fields = multer();

app.post('/none', fields.none(), (req, res) => res.json(req.body));
app.post('/none2', multer().none(), (req, res) => res.json(req.body));
app.post('/one', multer({ limits: { fileSize: 10 * 1024 * 1024 } }).single('file'), (req, res) => res.json({ size: req.file?.size }));
app.post('/all', inMemory.single('file'), nothing.any(), onDisk.any(), byEngine.any(), several.any(), endless.any(), limited.any(), shared.any(), spread.any(), imported.any(), named.any(), (req, res) => res.end());
