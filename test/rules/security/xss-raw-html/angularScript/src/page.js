// AngularJS comes by a script tag: no manifest names it, and its services are told by their names.
angular.module('shop').controller('Page', function ($sce, $other) {
  this.hint = $sce.trustAsHtml(document.location.search); // expect: xss-raw-html
  this.safe = $sce.trustAsHtml('<b>Sale</b>'); // ok: xss-raw-html
  this.own = $other.trustAsHtml(document.location.search); // ok: xss-raw-html
});
