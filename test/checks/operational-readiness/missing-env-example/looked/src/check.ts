const wanted = ['DATABASE_URL', 'MAIL_KEY'];

for (const name of wanted) {
  if (!process.env[name]) throw new Error(`${name} is missing`);
}
