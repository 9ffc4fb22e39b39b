import express from 'express';

const app = express();

// Nobody would catch what is thrown here, so it is answered.
app.get('/rates', async (req, res) => {
  const response = await fetch('https://rates.example.com');
  if (!response.ok) return res.status(502).json({ error: 'Bad gateway' });
  const { rates } = await response.json();
  res.json({ rate: rates.EUR });
});

app.get('/names', async (req, res, next) => {
  try {
    const response = await fetch('https://names.example.com');
    if (!response.ok) throw new Error(`names.example.com responded ${response.status}`);
    const { names } = await response.json();
    res.json({ name: names.first });
  } catch (error) {
    next(error);
  }
});

app.listen(3000);
