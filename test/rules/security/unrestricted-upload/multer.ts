// packages: express@5.1.0, multer@2.0.0
import express from 'express';
import multer from 'multer';
import { sharedLimits, sharedOptions } from './limits';

const app = express();
const inMemory = multer({ storage: multer.memoryStorage() }); // expect: unrestricted-upload(error medium)
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reads files of any size into memory
const nothing = multer(); // expect: unrestricted-upload(error medium)
const onDisk = multer({ dest: 'uploads/' }); // expect: unrestricted-upload(warning medium)
const engine = multer.diskStorage({ destination: '/tmp/uploads' });
const byEngine = multer({ // expect: unrestricted-upload(warning medium)
  storage: engine,
  fileFilter: (req, file, done) => done(null, file.mimetype === 'image/png'),
});
const several = multer({ dest: 'uploads/', limits: { files: 3 } }); // expect: unrestricted-upload
const endless = multer({ dest: 'uploads/', limits: { fileSize: Infinity } }); // expect: unrestricted-upload
const limited = multer({ storage: multer.memoryStorage(), limits: { fileSize: 5 * 1024 * 1024 } }); // ok: unrestricted-upload
// What another file says may be a limit.
const shared = multer({ dest: 'uploads/', limits: sharedLimits }); // ok: unrestricted-upload
const spread = multer({ ...sharedOptions, dest: 'uploads/' }); // ok: unrestricted-upload
const imported = multer(sharedOptions); // ok: unrestricted-upload
const options = { dest: 'uploads/', limits: { fileSize: 1_000_000 } };
const named = multer(options); // ok: unrestricted-upload
// It reads the fields of a form and refuses files.
const fields = multer(); // ok: unrestricted-upload

app.post('/none', fields.none(), (req, res) => res.json(req.body));
app.post('/none2', multer().none(), (req, res) => res.json(req.body)); // ok: unrestricted-upload
app.post('/one', multer().single('file'), (req, res) => res.json({ size: req.file?.size })); // expect: unrestricted-upload
app.post('/all', inMemory.single('file'), nothing.any(), onDisk.any(), byEngine.any(), several.any(), endless.any(), limited.any(), shared.any(), spread.any(), imported.any(), named.any(), (req, res) => res.end());
