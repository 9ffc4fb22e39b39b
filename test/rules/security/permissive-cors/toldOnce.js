// packages: express@4.21.0, cors@2.8.5, express-session@1.18.0
const express = require('express');
const session = require('express-session');
const cors = require('cors');

const app = express();
const options = {
  origin: true, // expect: permissive-cors
  credentials: true,
};
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use(cors(options));
app.options('*', cors(options));

module.exports = app;
