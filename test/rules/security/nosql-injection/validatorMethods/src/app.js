// packages: express@4.21.2, express-validator@3.2.1, mongoose@8.9.0
const express = require('express');
const expressValidator = require('express-validator');
const extras = require('./extras');
const routes = require('./routes');

const app = express();
app.use(express.json());
app.use(expressValidator());
for (const name in extras) app.use(extras[name]);
routes(app);
app.listen(3000);
