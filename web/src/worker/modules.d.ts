// The modules that Emscripten writes; the bundler finds them through its '#wasm' alias.
declare module '#wasm/preformer-exact.mjs' {
  const create: import('./wasm').ModuleFactory;
  export default create;
}
declare module '#wasm/preformer-fast.mjs' {
  const create: import('./wasm').ModuleFactory;
  export default create;
}
