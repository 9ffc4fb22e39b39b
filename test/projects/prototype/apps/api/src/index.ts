import 'dotenv/config';
import { app } from './app';
import { startReminders } from './jobs/reminders';

const PORT = process.env.PORT || 4000;

app.listen(PORT, () => {
  console.log(`🚀 API running at http://localhost:${PORT}`);
});

startReminders();
