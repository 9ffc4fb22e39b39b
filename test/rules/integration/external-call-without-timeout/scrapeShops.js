// file: scrapeShops.js
// packages: express@5.1.0
async function scrape() {
  const page = await fetch('https://shops.example/list'); // ok: external-call-without-timeout
  console.log(await page.text());
}

scrape();
