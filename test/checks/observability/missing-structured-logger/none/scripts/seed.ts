console.log('one');
console.log('two');
console.log('three');
console.log('four');
