// Trains word vectors once, in a process of its own, and prints the processor time that this took.
// Usage: train-alone.mjs JSON, as benchProcessor() passes it.
import { readFileSync } from 'node:fs';
import * as api from '../../web/src/api/index.js';

const { corpus, options, pairs } = JSON.parse(process.argv[2]);
const model = await api.create({ ...options, corpus: readFileSync(corpus, 'utf8') });
const before = process.cpuUsage();
const { tokens } = await model.resume();
const { user, system } = process.cpuUsage(before);
const cpuSeconds = (user + system) / 1e6;
const { build, buildReason } = model.info;
const found = pairs && (await model.evaluateWordPairs(readFileSync(pairs, 'utf8')));
const result = { cpuSeconds, tokensPerCpuSecond: tokens / cpuSeconds, spearman: found?.spearman };
console.log(JSON.stringify({ ...result, build, buildReason }));
process.exit(0);
