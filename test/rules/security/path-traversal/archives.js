// packages: adm-zip@0.5.16, unzipper@0.12.0, tar-stream@3.1.0
const AdmZip = require('adm-zip');
const fs = require('fs');
const path = require('path');
const tar = require('tar-stream');
const unzipper = require('unzipper');

new AdmZip('theme.zip').getEntries().forEach((entry) => {
  fs.writeFileSync(path.join('themes', entry.entryName), entry.getData()); // expect: path-traversal
  fs.writeFileSync(path.join('themes', path.basename(entry.entryName)), entry.getData()); // ok: path-traversal
});

fs.createReadStream('theme.zip').pipe(unzipper.Parse()).on('entry', (entry) => {
  entry.pipe(fs.createWriteStream(`themes/${entry.path}`)); // expect: path-traversal
});

const extract = tar.extract();
extract.on('entry', (header, stream, next) => {
  const target = path.resolve('themes', header.name);
  if (!target.startsWith(path.resolve('themes') + path.sep)) return next();
  stream.pipe(fs.createWriteStream(target)); // ok: path-traversal
});
extract.on('error', (error) => fs.writeFileSync(`logs/${error.name}`, '')); // ok: path-traversal
