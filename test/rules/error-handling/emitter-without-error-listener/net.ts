// packages: express@5.1.0
import { connect } from 'node:net';
import express from 'express';

const app = express();
const printer = connect(9100, 'printer'); // expect: emitter-without-error-listener
app.post('/print', (req, res) => {
  printer.write('page');
  res.sendStatus(202);
});


const scale = connect(9200, 'scale'); // ok: emitter-without-error-listener
scale.on('error', (error) => console.error('scale', error));
scale.on('data', (data) => console.log(String(data)));

app.listen(3000);
