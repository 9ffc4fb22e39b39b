CREATE TABLE logs (id int, user_id uuid REFERENCES auth.users (id));
ALTER TABLE logs ENABLE ROW LEVEL SECURITY;

CREATE POLICY "System can insert logs" ON logs FOR INSERT TO service_role WITH CHECK (true);
CREATE POLICY "Service role manages logs" ON logs
  FOR ALL
  TO service_role USING (true)
  WITH CHECK (true);
