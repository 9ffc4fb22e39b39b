import express from 'express';

const app = express();
const stock = new Map<string, number>();

app.get('/grades', (req, res) => {
  try {
    res.json({ success: true, message: 'This is under development' });
  } catch (error) {
    res.status(500).json({ message: (error as Error).message }); // ok: error-detail-leak
  }
});

app.get('/quizzes', (req, res) => {
  try {
    return res.status(501).json({ data: [], next: null });
  } catch (error) {
    return res.status(500).json({ message: (error as Error).message }); // ok: error-detail-leak
  }
});

app.get('/stock/:id', (req, res) => {
  try {
    res.json({ left: stock.get(req.params.id)! - 1 });
  } catch (error) {
    res.status(500).json({ message: (error as Error).message }); // expect: error-detail-leak
  }
});

app.get('/courses', async (req, res) => {
  try {
    await load();
    res.json({ success: true });
  } catch (error) {
    res.status(500).json({ message: (error as Error).message }); // expect: error-detail-leak
  }
});

declare function load(): Promise<void>;
