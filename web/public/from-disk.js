// Browsers load no modules from a disk, so the page itself could not say this.
if (location.protocol === 'file:') {
  document.body.insertAdjacentHTML(
    'afterbegin',
    '<p>Browsers do not run this page from a disk. Serve its folder over http, or open preformer-offline.html, which is the page in one file.</p>' +
      '<p lang="zh-Hans">浏览器不能从磁盘运行这个页面。请通过 http 提供它所在的文件夹，或者打开单文件版 preformer-offline.html。</p>',
  );
}
