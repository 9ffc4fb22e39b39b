// packages: express@4.21.2
const express = require('express');
const { listen } = require('./client');

const app = express();
const router = express.Router();
require('./items')(app);
require('./users')(router);
app.use('/users', router);
listen(app);
app.listen(3000);
