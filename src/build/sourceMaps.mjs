// Loaded by mocha before the tests: stacks name the lines of the TypeScript sources.
process.setSourceMapsEnabled(true);
