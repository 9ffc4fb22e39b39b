// file: web/script.js
// packages: express@5.1.0
async function load() {
  const rates = await fetch('https://rates.example/latest'); // ok: external-call-without-timeout
  document.getElementById('rates').textContent = await rates.text();
}

load();
