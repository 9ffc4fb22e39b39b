// packages: express@4.19.0, puppeteer@23.0.0, wkhtmltopdf@0.4.0
const express = require('express');
const puppeteer = require('puppeteer');
const wkhtmltopdf = require('wkhtmltopdf');

const app = express();

app.post('/invoice', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.evaluate(`fill("${req.body.name}")`); // expect: ssrf(warning medium)
  //                           ^^^^^^^^^^^^^ becomes part of the page that page.evaluate shows or runs
  await page.evaluate((name) => fill(name), req.body.name); // ok: ssrf
  await page.setContent(`<h1>${req.body.title}</h1>`); // expect: ssrf
  await page.setContent('<h1>Invoice</h1>'); // ok: ssrf
  await page.addScriptTag({ url: req.body.script }); // expect: ssrf
  wkhtmltopdf(req.body.html).pipe(res); // expect: ssrf
});
