// packages: express@5.1.0, pug@3.0.3, ejs@3.1.10, handlebars@4.7.8, nunjucks@3.2.4, markdown-it@14.1.0, remark@15.0.0, rehype-sanitize@6.0.0
import ejs from 'ejs';
import express from 'express';
import Handlebars from 'handlebars';
import MarkdownIt from 'markdown-it';
import nunjucks from 'nunjucks';
import pug from 'pug';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';

const app = express();
const escaping = new MarkdownIt();
const markdown = new MarkdownIt({ html: true });
const card = Handlebars.compile('<p>{{name}}</p>');
const raw = Handlebars.compile('<p>{{name}}</p>', { noEscape: true }); // expect: xss-raw-html(warning low)

nunjucks.configure('views', { autoescape: false }); // expect: xss-raw-html(warning low)
nunjucks.configure('views', { autoescape: true }); // ok: xss-raw-html

app.get('/template', (req, res) => {
  const page = String(req.query.page);
  res.type('html');
  pug.render(page); // expect: xss-raw-html(warning medium)
  ejs.render(page, {}); // expect: xss-raw-html
  ejs.render('<p><%= name %></p>', { name: page }); // ok: xss-raw-html
  pug.render('p= name', { name: page }); // ok: xss-raw-html
  return card({ name: new Handlebars.SafeString(page) }) + raw({}); // expect: xss-raw-html
});

app.post('/preview', express.text(), (req, res) => {
  res.write(markdown.render(req.body)); // expect: xss-raw-html(warning low)
  res.write(escaping.render(req.body)); // ok: xss-raw-html
  res.write(remark().processSync(req.body).toString()); // expect: xss-raw-html(warning low)
  res.write(remark().use(rehypeSanitize).processSync(req.body).toString()); // ok: xss-raw-html
  res.send(req.body); // expect: xss-raw-html(warning low)
});
app.post('/echo', express.json(), (req, res) => res.send(req.body)); // ok: xss-raw-html
