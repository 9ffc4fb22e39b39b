// file: public/menu.js
const tab = window.location.hash.substring(1);

$('#content').html(tab); // expect: xss-raw-html
$('#content').find('ul').append('<li>' + tab + '</li>'); // expect: xss-raw-html
$(tab); // expect: xss-raw-html
$('<a class="' + tab + '">'); // expect: xss-raw-html
$('<a>', { href: tab, text: 'Back' }); // expect: xss-raw-html
$('a.back').attr('href', tab); // expect: xss-raw-html
$('#content').replaceWith(() => `<p>${tab}</p>`); // expect: xss-raw-html
$.fn.menu = function () {
  this.html(decodeURIComponent(tab)); // expect: xss-raw-html
};

$('#content').text(tab); // ok: xss-raw-html
$('#content').html('<p>Loading</p>'); // ok: xss-raw-html
$('#' + tab).show(); // ok: xss-raw-html
$(window.location.hash).show(); // ok: xss-raw-html
$('a.back').attr('title', tab); // ok: xss-raw-html
$('a.back').attr('href', '/tabs/' + tab); // ok: xss-raw-html
new FormData().append('tab', tab); // ok: xss-raw-html
$.jGrowl(tab); // expect: xss-raw-html
$.jGrowl('Saved', { header: tab }); // ok: xss-raw-html
