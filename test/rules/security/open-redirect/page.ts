// file: public/login.js
const params = new URLSearchParams(window.location.search);
const next = params.get('next');

function done() {
  window.location.href = next; // expect: open-redirect(warning medium)
  window.location = next || '/'; // expect: open-redirect
  location.assign(params.get('returnTo')); // expect: open-redirect
  document.location.replace(decodeURIComponent(location.hash.substring(1))); // expect: open-redirect
  top.location.href = `https://${params.get('host')}/done`; // expect: open-redirect
  window.open(new URL(location.href).searchParams.get('url')); // expect: open-redirect
  location.href = /[?&]next=([^&]*)/.exec(location.search)[1]; // expect: open-redirect
}

function go(url) {
  window.location.href = url;
}
go(next); // expect: open-redirect
go('/home'); // ok: open-redirect

function safe() {
  window.location.href = '/orders/' + params.get('order'); // ok: open-redirect
  window.location.href = `https://shop.example.com/${params.get('item')}`; // ok: open-redirect
  window.location.href = window.location.href; // ok: open-redirect
  window.location.href = location.pathname + location.search; // ok: open-redirect
  window.location = location.search; // ok: open-redirect
  window.location.href = location.href.split('#')[0] + '#top'; // ok: open-redirect
  window.location.href = location.href.replace('/login', '/signup'); // ok: open-redirect
  const here = new URL(window.location.href);
  here.searchParams.set('tab', params.get('tab'));
  window.location.assign(here.href); // ok: open-redirect
  window.location.href = orderPath(params.get('order')); // ok: open-redirect
  if (next.startsWith('/account')) location.href = next; // ok: open-redirect
  if (new URL(next, location.origin).origin === location.origin) location.href = next; // ok: open-redirect
  const text = 'location.href = next'; // ok: open-redirect
  return text;
}

function orderPath(order) {
  return `/orders/${order}`;
}
done();
safe();
