// What every module that Emscripten writes exports; tsconfig.json sends '#wasm/…' here, so that
// types never depend on what is built.
declare const create: import('./wasm').ModuleFactory;
export default create;
