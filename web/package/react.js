// Only types are here (react.d.ts); bundlers still look for a module when it is imported.
export {};
