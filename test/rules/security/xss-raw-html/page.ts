// file: public/welcome.js
// packages: query-string@9.1.0
import queryString from 'query-string';

const banner = document.getElementById('banner');
const params = new URLSearchParams(window.location.search);

banner.innerHTML = `Hello ${params.get('name')}`; // expect: xss-raw-html(warning medium)
banner.outerHTML = '<p>' + decodeURIComponent(location.hash.slice(1)) + '</p>'; // expect: xss-raw-html
banner.insertAdjacentHTML('beforeend', `<li>${new URL(location.href).searchParams.get('item')}</li>`); // expect: xss-raw-html
document.write('<base href="' + document.referrer + '">'); // expect: xss-raw-html
document.querySelector('iframe').srcdoc = window.name; // expect: xss-raw-html
document.body.appendChild(document.createRange().createContextualFragment(queryString.parse(location.search).html)); // expect: xss-raw-html

banner.innerHTML = '<p>Hello</p>'; // ok: xss-raw-html
banner.textContent = params.get('name'); // ok: xss-raw-html
banner.innerHTML = `Page ${Number(params.get('page'))}`; // ok: xss-raw-html
banner.innerHTML = `Hello ${escapeHtml(params.get('name'))}`; // ok: xss-raw-html
banner.innerHTML = params.get('name').replace(/[<>]/g, ''); // ok: xss-raw-html
banner.innerHTML = params.get('name').replace(/<script>/g, ''); // expect: xss-raw-html
banner.innerHTML = `You are at ${location.href.split('?')[0]}`; // ok: xss-raw-html
banner.innerHTML = `${params.get('name').length} letters`; // ok: xss-raw-html
banner.innerHTML = `Year ${/(\d{4})/.exec(location.search)[1]}`; // ok: xss-raw-html
banner.innerHTML = `Tab ${/tab=(.*)/.exec(location.search)[1]}`; // expect: xss-raw-html

function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function show(html) {
  banner.innerHTML = html;
}
show(params.get('text')); // expect: xss-raw-html
show('<p>constant</p>'); // ok: xss-raw-html

const tab = params.get('tab');
if (/[<>&"']/.test(tab)) {
  banner.innerHTML = tab; // expect: xss-raw-html
} else {
  banner.innerHTML = tab; // ok: xss-raw-html
}

function known(color) {
  if (!/^[a-z]+$/.test(color)) return;
  banner.innerHTML = `<b style="color: ${color}">`; // ok: xss-raw-html
}
known(params.get('color'));

window.addEventListener('message', (event) => {
  banner.innerHTML = event.data.html; // expect: xss-raw-html
});
window.addEventListener('message', (event) => {
  if (event.origin !== 'https://app.example.com') return;
  banner.innerHTML = event.data.html; // ok: xss-raw-html
});
banner.addEventListener('paste', (event) => {
  banner.innerHTML = event.clipboardData.getData('text/html'); // expect: xss-raw-html
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is what somebody pastes or drops
  banner.innerText = event.clipboardData.getData('text/plain'); // ok: xss-raw-html
});
banner.addEventListener('drop', (event) => {
  fill(event.dataTransfer.getData('text/html')); // expect: xss-raw-html
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is what somebody pastes or drops, copied from wherever they found it, and is handed to
  const dropped = document.createElement('a');
  dropped.href = event.dataTransfer.getData('text/uri-list'); // expect: xss-raw-html
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ and becomes an address in dropped.href
});
function fill(html) {
  banner.innerHTML = html;
}

const back = document.createElement('a');
back.href = params.get('back'); // expect: xss-raw-html
//          ^^^^^^^^^^^^^^^^^^ becomes an address in back.href
back.href = `/items/${params.get('item')}`; // ok: xss-raw-html
back.href = location.href; // ok: xss-raw-html
const target = params.get('target');
if (target.startsWith('https://')) back.href = target; // ok: xss-raw-html

const widget = document.createElement('script');
widget.src = params.get('widget'); // expect: xss-raw-html(warning medium)
//           ^^^^^^^^^^^^^^^^^^^^ runs the script at that address
widget.src = `https://cdn.example.com/widgets/${params.get('widget')}.js`; // ok: xss-raw-html
widget.src = target.startsWith('https://cdn.example.com/') ? target : '/widget.js'; // ok: xss-raw-html
new Worker(location.hash.slice(1)); // expect: xss-raw-html
new SharedWorker(decodeURIComponent(location.search.substring(1)), { type: 'module' }); // expect: xss-raw-html
new Worker('/workers/' + params.get('task') + '.js'); // ok: xss-raw-html
new Worker(new URL('./search.worker.js', import.meta.url), { name: params.get('q') }); // ok: xss-raw-html
new Worker(location.href); // ok: xss-raw-html

class Greeting {
  constructor() {
    this.state = { name: params.get('name') };
  }
  render() {
    banner.innerHTML = this.state.name; // expect: xss-raw-html
  }
}
new Greeting().render();
