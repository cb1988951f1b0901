/**
 * The library as other C++ projects use it: installed into a fresh prefix, found by find_package, or
 * added as a folder.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './support.js';

const call = promisify(execFile);
const project = new URL('../../', import.meta.url).pathname;
const folder = temporaryFolder();
afterAll(() => folder.remove());

const TEXT = 'the king rules the land\nthe queen rules the land\nthe cat eats fish\n';

/** @param {string} source @param {string} build @param {string[]} options */
const configure = (source, build, options) =>
  call('cmake', ['-G', 'Ninja', '-S', source, '-B', build, ...options]);

/** @param {string} build @param {string[]} [more] */
const make = (build, more = []) => call('cmake', ['--build', build, '--parallel', '2', ...more]);

/**
 * Builds examples/cpp against a prefix, with its headers held to the program's own warnings, and runs it.
 * @param {string} prefix @param {string} name @param {string[]} options
 */
async function useFrom(prefix, name, options) {
  const build = folder.path(name);
  await configure(`${project}examples/cpp`, build, [
    `-DCMAKE_PREFIX_PATH=${prefix}`,
    '-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror',
    '-DCMAKE_NO_SYSTEM_FROM_IMPORTED=ON',
    ...options,
  ]);
  const { stdout, stderr } = await make(build);
  expect(stdout + stderr).not.toContain('warning');
  const text = folder.path(`${name}.txt`);
  const vectors = folder.path(`${name}.vec`);
  writeFileSync(text, TEXT);
  const answer = await call(`${build}/neighbours`, [text, 'king', vectors]);
  expect(answer.stdout).toMatch(/^loss [\d.]+\n(\S+ -?[\d.]+\n){5}$/);
  expect(answer.stdout).toContain('queen');
  expect(readFileSync(vectors, 'utf8')).toMatch(/^8 32\nthe /);
  const unknown = await call(`${build}/neighbours`, [text, 'prince', vectors]).catch((e) => e);
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain('UnknownWord');
  return answer.stdout;
}

describe('the installed library', () => {
  it('is found in a prefix that was moved; the example trains, asks and saves', async () => {
    const prefix = folder.path('prefix');
    cpSync(`${project}build/native/prefix`, prefix, { recursive: true });
    await useFrom(prefix, 'example', ['-DCMAKE_BUILD_TYPE=Release']);
    const { stdout } = await call(`${prefix}/bin/preformer`, ['--version']);
    const { version } = JSON.parse(readFileSync(`${project}package.json`, 'utf8'));
    expect(stdout).toBe(`preformer ${version} (native)\n`);
  });

  it('names a library that is missing', async () => {
    const options = [
      `-DCMAKE_PREFIX_PATH=${project}build/native/prefix`,
      '-DPREFORMER_UTF8PROC_DIR=',
    ];
    const refused = await configure(
      `${project}examples/cpp`,
      folder.path('refused'),
      options,
    ).catch((error) => error);
    expect(refused.stderr).toContain('install libutf8proc-dev');
  });
});

describe('the library as a folder of another project', () => {
  it('brings its language version, but no warnings, programs, tests or installed files', async () => {
    const source = folder.path('parent');
    mkdirSync(source);
    writeFileSync(
      `${source}/CMakeLists.txt`,
      `cmake_minimum_required(VERSION 3.22)
project(parent LANGUAGES CXX)
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
add_subdirectory(${project} preformer)
add_executable(parent ${project}examples/cpp/main.cpp)
target_link_libraries(parent PRIVATE preformer::preformer)
`,
    );
    const build = folder.path('parent-build');
    await configure(source, build, ['-DPREFORMER_TESTS=ON']);
    /** @type {{file: string, command: string}[]} */
    const commands = JSON.parse(readFileSync(`${build}/compile_commands.json`, 'utf8'));
    const own = commands.find(({ file }) => file.endsWith('examples/cpp/main.cpp'));
    expect(own?.command).toMatch(/-std=(gnu|c)\+\+20/);
    expect(own?.command).not.toMatch(/-Wall|-Wextra|-Werror|-msse|-ffp-contract|eigen_assert\.h/);
    expect(commands.filter(({ file }) => /\/(cli|tests)\//.test(file))).toEqual([]);
    expect(existsSync(`${build}/preformer/config`)).toBe(false);
  });
});

describe.runIf(process.env.PREFORMER_TESTS === 'all')('compilers and build types', () => {
  const compilers = ['g++', 'clang++-19'];
  it.each(compilers.flatMap((compiler) => ['Release', 'Debug'].map((type) => [compiler, type])))(
    '%s, %s: the library builds and installs without a warning, and so does the example',
    { timeout: 900_000 },
    async (compiler, type) => {
      const name = `${compiler}-${type}`;
      const options = [`-DCMAKE_CXX_COMPILER=${compiler}`, `-DCMAKE_BUILD_TYPE=${type}`];
      const build = folder.path(`build-${name}`);
      await configure(project, build, [...options, '-DPREFORMER_WERROR=ON', '-DPREFORMER_CLI=OFF']);
      expect((await make(build)).stdout).not.toContain('warning');
      const prefix = folder.path(`prefix-${name}`);
      await call('cmake', ['--install', build, '--prefix', prefix]);
      const answer = await useFrom(prefix, name, options);
      // Both build types and both compilers train the same model.
      expect(answer).toBe(await useFrom(`${project}build/native/prefix`, `${name}-other`, options));
    },
  );
});
