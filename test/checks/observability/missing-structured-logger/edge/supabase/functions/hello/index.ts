Deno.serve(async (req) => {
  console.log('one');
  console.log('two');
  console.log('three');
  console.error('four');
  return new Response('ok');
});
