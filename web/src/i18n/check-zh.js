/** “检查本站”页面的文字。 */
export const zh = {
  'check.state.good': '正常',
  'check.state.less': '部分可用',
  'check.state.bad': '不可用',
  'check.state.waiting': '正在检查',
  'check.cure': '怎么办',
  'check.checking': '正在检查……',
  'check.done.good': '全部正常。',
  'check.done.host': '主机能做的都做到了。',
  'check.done.less': '网站可以使用，有 {count} 处可以改进。',
  'check.done.less.one': '网站可以使用，有 1 处可以改进。',
  'check.done.bad': '有 {count} 处不能用。',
  'check.done.bad.one': '有 1 处不能用。',
  'check.copied': '已复制',
  'check.crashed': '这一项没法检查：{error}',

  'check.place': '网址',
  'check.place.good': '页面的传输方式是浏览器信任的。',
  'check.place.less':
    '页面用 {protocol} 传输，没有加密：浏览器因此不提供 Service Worker，断网时无法使用。',
  'check.place.less.cure': '改用 https。只有 localhost 不需要。',

  'check.isolation': '跨源隔离',
  'check.isolation.good': '页面已跨源隔离，可以使用多个线程。',
  'check.isolation.less': '页面没有跨源隔离，因此用不了并行模式；其他功能都正常。',
  'check.isolation.less.cure':
    '让服务器在每个文件的响应里加上：{headers}。网站里的 _headers 文件已经写明，Netlify 和 Cloudflare Pages 会读取它；GitHub Pages 不能设置响应头。',
  'check.isolation.framed': '响应头都有，但这个页面显示在另一个没有隔离的页面里。',
  'check.isolation.framed.cure': '单独打开这个页面。',
  'check.isolation.unused': '响应头都有，但浏览器没有隔离这个页面，可能是因为没用 https。',
  'check.isolation.unused.cure': '改用 https，并检查是否有别的响应头或代理替换了它们。',

  'check.files': '文件及其类型',
  'check.files.good': '检查的 {count} 个文件都在，类型也都正确。',
  'check.files.lost': '找不到 {path}：服务器返回 {status}。',
  'check.files.lost.cure':
    '请复制网站的整个目录，包括名字以点或下划线开头的文件。用 Jekyll 的主机需要 .nojekyll 文件。',
  'check.files.silent': '请求 {path} 没有得到回应。',
  'check.files.silent.cure': '检查网络、代理或主机的策略是否拦截了这个文件。',
  'check.files.wasm': '{path} 的类型是 {sent}。它仍能载入，但要等整个文件下载完。',
  'check.files.wasm.cure':
    '把 .wasm 的类型设为 {wanted}。nginx：在 mime.types 里写 application/wasm wasm;；Apache：写 AddType application/wasm .wasm。',
  'check.files.script': '{path} 的类型是 {sent}，浏览器不会运行它。',
  'check.files.script.cure': '把 .js 和 .mjs 的类型设为 {wanted}。',

  'check.compression': '压缩',
  'check.compression.good': '文件经过压缩：{path} 只传了 {sent} kB，原来是 {whole} kB。',
  'check.compression.less': '文件没有压缩：{path} 传了 {whole} kB。',
  'check.compression.less.cure':
    '为 .wasm、.js、.css 和 .html 打开 gzip 或 Brotli。nginx：gzip on; gzip_types application/wasm text/javascript text/css;',
  'check.compression.unknown': '浏览器没有给出实际传输的字节数。',
  'check.compression.unknown.cure': '请看开发者工具“网络”面板里的传输大小。',

  'check.offline': '断网使用',
  'check.offline.good': 'Service Worker 已安装，保存了 {files} 个文件：断网时页面也能用。',
  'check.offline.unavailable': '这里没有 Service Worker：无痕窗口、普通 http 和内嵌框架里都没有。',
  'check.offline.unavailable.cure': '用 https，在普通窗口里单独打开这个页面。',
  'check.offline.absent': '找不到 sw.js（{status}）：断网时页面不能用。',
  'check.offline.absent.cure': '把 sw.js 也复制过去，它和 index.html 在同一个目录。',
  'check.offline.lost': 'Service Worker 装不上，因为找不到 {path}（它的文件缺了 {count} 个）。',
  'check.offline.lost.cure':
    '请复制网站的整个目录。用 Jekyll 的主机会略去名字以下划线开头的文件，需要 .nojekyll 文件。更新网站时，sw.js 要和其他文件一起更新。',
  'check.offline.failed': 'Service Worker 没有装上。{error}',
  'check.offline.failed.cure':
    'sw.js 要放在网站目录里，类型是 text/javascript；安全策略的 worker-src 要允许它；浏览器要允许保存数据。',

  'check.policy': '内容安全策略（CSP）',
  'check.policy.good': '没有策略禁止页面要做的事。',
  'check.policy.less': '主机的策略禁止了页面要做的一部分事。',
  'check.policy.bad': '主机的策略禁止了训练所必需的事。',
  'check.policy.forbidden.cure': '在策略里加上：{rules}',

  'check.storage': '存储',
  'check.storage.good': '可以把模型和文本保存在浏览器里。',
  'check.storage.forbidden': '浏览器在这里禁止保存数据：什么都留不住，中断的训练也接不上。',
  'check.storage.forbidden.cure': '在浏览器里允许这个网址保存数据，并单独打开页面。主机没有问题。',
  'check.storage.little': '浏览器只给了 {quota} MB，大的模型保存不下。',
  'check.storage.little.cure': '在磁盘上腾出空间，或者改用普通窗口，不用无痕窗口。',

  'check.training': 'Worker 与引擎',
  'check.training.good':
    '在 Worker 里用 {seconds} 秒训练了一个模型，结果与任何地方一位不差（{hash}）。',
  'check.training.failed': '训练不了模型。{error}',
  'check.training.failed.cure':
    '先解决本页指出的其他问题。如果没有其他问题，就是浏览器太旧：Chrome 95、Firefox 100、Safari 16.4 起可以。',
  'check.training.other':
    '训练出了模型，但结果（{hash}）与别处（{expected}）不同：新旧文件混在了一起。',
  'check.training.other.cure': '重新复制整个目录，并清空主机和浏览器的缓存。',

  'check.relaxed': 'Relaxed SIMD',
  'check.relaxed.good': '浏览器支持，可以选用快速模式。',
  'check.relaxed.less': '这个浏览器不支持：快速模式和并行模式由精确模式代替。主机对此无能为力。',

  'check.threads': '线程',
  'check.threads.good': '用 {threads} 个线程训练了一个模型。',
  'check.threads.isolation': '没有线程，因为页面没有跨源隔离（见上）。',
  'check.threads.cores': '没有线程，因为这台电脑只有一个核。',
  'check.threads.relaxed-simd': '没有线程，因为浏览器不支持 Relaxed SIMD。',
  'check.threads.unfinished': '这个网站上没有并行模式的文件。',
  'check.threads.unfinished.cure': '让 ./build.sh build 运行完，再重新复制网站。',
  'check.threads.other': '没有用上并行模式。',
  'check.threads.failed': '用多个线程训练失败了。{error}',
  'check.threads.failed.cure': '线程的 worker 启动不了：请检查文件类型和 worker-src。',
};
