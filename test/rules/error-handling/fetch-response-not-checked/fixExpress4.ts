// packages: express@4.21.0
import express from 'express';

const app = express();

// Nobody would catch what is thrown here, so it is answered.
app.get('/rates', async (req, res) => {
  const response = await fetch('https://rates.example.com'); // expect: fetch-response-not-checked
  const { rates } = await response.json();
  res.json({ rate: rates.EUR });
});

app.get('/names', async (req, res, next) => {
  try {
    const response = await fetch('https://names.example.com'); // expect: fetch-response-not-checked
    const { names } = await response.json();
    res.json({ name: names.first });
  } catch (error) {
    next(error);
  }
});

app.listen(3000);
