import express from 'express';
import { trace } from './trace';

const app = express();

// Ten calls write one and the same line.
app.post('/step1', (req, res) => {
  trace('step 1', req.body.password);
  res.json([]);
});
app.post('/step2', (req, res) => {
  trace('step 2', req.body.password);
  res.json([]);
});
app.post('/step3', (req, res) => {
  trace('step 3', req.body.password);
  res.json([]);
});
app.post('/step4', (req, res) => {
  trace('step 4', req.body.password);
  res.json([]);
});
app.post('/step5', (req, res) => {
  trace('step 5', req.body.password);
  res.json([]);
});
app.post('/step6', (req, res) => {
  trace('step 6', req.body.password);
  res.json([]);
});
app.post('/step7', (req, res) => {
  trace('step 7', req.body.password);
  res.json([]);
});
app.post('/step8', (req, res) => {
  trace('step 8', req.body.password);
  res.json([]);
});
app.post('/step9', (req, res) => {
  trace('step 9', req.body.password);
  res.json([]);
});
app.post('/step10', (req, res) => {
  trace('step 10', req.body.password);
  res.json([]);
});
