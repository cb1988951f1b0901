// The exports of every module that Emscripten writes. tsconfig.json maps '#wasm/…' to this file, so
// that types do not depend on build output.
declare const create: import('./wasm').ModuleFactory;
export default create;
