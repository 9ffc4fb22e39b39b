const express = require('express');
const config = require('../config/default.json');

const app = express();

app.get('/', (req, res) => res.send('up'));
app.listen(config.port);
