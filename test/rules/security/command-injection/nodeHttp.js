// packages: formidable@3.5.0
const http = require('http');
const url = require('url');
const querystring = require('querystring');
const formidable = require('formidable');
const { exec } = require('child_process');

const server = http.createServer((request, response) => {
  const { query } = url.parse(request.url, true);
  exec(`convert ${query.picture}`); // expect: command-injection
  let text = '';
  request.on('data', (piece) => {
    text += piece;
  });
  request.on('error', (error) => exec(`logger ${error}`)); // ok: command-injection
  request.on('end', () => {
    exec(`convert ${querystring.parse(text).picture}`); // expect: command-injection
    exec(`convert ${JSON.parse(text).picture}`); // expect: command-injection
    exec(`convert ${Number(querystring.parse(text).size)}`); // ok: command-injection
  });
  formidable({}).parse(request, (error, fields, files) => {
    exec(`convert ${fields.from}`); // expect: command-injection
    exec(`convert ${files.picture.originalFilename}`); // expect: command-injection
    exec(`convert ${files.picture.filepath}`); // ok: command-injection
  });
  response.end();
});
server.on('request', (incoming) => exec(`logger ${incoming.headers['user-agent']}`)); // expect: command-injection
