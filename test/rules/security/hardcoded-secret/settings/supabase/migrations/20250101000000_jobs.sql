select cron.schedule('reminders', '*/5 * * * *', $$
  select net.http_post(
    url := 'https://fixtureprojectref.supabase.co/functions/v1/reminders',
    headers := '{"Authorization": "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6ImZpeHR1cmVwcm9qZWN0cmVmIiwicm9sZSI6InNlcnZpY2Vfcm9sZSIsImlhdCI6MTc2MDAwMDAwMCwiZXhwIjoyMDc2MDAwMDAwfQ.Inv3ntedSignatureOfAFixture_12kq7"}'::jsonb -- expect: hardcoded-secret(error high)
  );
$$);
select cron.schedule('digest', '0 6 * * *', $$
  select net.http_post(
    url := 'https://fixtureprojectref.supabase.co/functions/v1/digest',
    headers := '{"Authorization": "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6ImZpeHR1cmVwcm9qZWN0cmVmIiwicm9sZSI6ImFub24iLCJpYXQiOjE3NjAwMDAwMDAsImV4cCI6MjA3NjAwMDAwMH0.Inv3ntedSignatureOfAFixture_4kq7"}'::jsonb -- ok: hardcoded-secret
  );
$$);
