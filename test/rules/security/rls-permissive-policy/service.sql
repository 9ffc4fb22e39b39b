-- fix: to-service-role
CREATE TABLE logs (id int, user_id uuid REFERENCES auth.users (id));
ALTER TABLE logs ENABLE ROW LEVEL SECURITY;

CREATE POLICY "System can insert logs" ON logs FOR INSERT WITH CHECK (true); -- expect: rls-permissive-policy
CREATE POLICY "Service role manages logs" ON logs -- expect: rls-permissive-policy
  FOR ALL
  USING (true)
  WITH CHECK (true);
