// Vite before version 8 copies packages for its dev server, without the files beside them.
export default { vite: { optimizeDeps: { exclude: ['preformer'] } } };
