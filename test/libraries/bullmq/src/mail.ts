import type { Job } from 'bullmq';

export async function sendMail(job: Job) {
  await fetch('https://mail.example.com', { method: 'POST', body: JSON.stringify(job.data) });
}
