import { corpus, header } from './python.js';
import { COMPARE, given } from './word2vec-python.js';

/**
 * Skip-gram in Spark MLlib, which runs on many machines.
 * @param {import('./python.js').Run} run @returns {import('./python.js').Program}
 */
export function sparkProgram(run) {
  const { options, link } = run;
  const { objective, vectorSize, window, alpha, epochs, seed, minCount } = options;
  const text = corpus('sentences', run.train);
  const settings = {
    vectorSize,
    windowSize: window,
    minCount,
    maxIter: epochs,
    stepSize: alpha,
    seed,
    numPartitions: 1,
  };
  const notes = [
    'For more text: read it with spark.read.text(…), split it, and raise numPartitions, one for each',
    'core; every partition learns by itself, and their vectors are added up after each pass.',
    '',
    'This program was checked as Python and never run by us, neither alone nor on a cluster.',
    '',
    'Spark knows Skip-gram with the hierarchical softmax, and other random numbers; so the vectors',
    'differ, and what they say agrees. Compared are the similarities of frequent words, by rank.',
  ];
  if (objective !== 'hierarchical-softmax') {
    notes.push('', `The run in the browser used ${objective.replace('-', ' ')} instead.`);
  }
  const code = `${header({
    title: 'Repeats a run of Preformer in Spark MLlib: Skip-gram.',
    packages: 'pyspark scipy',
    notes,
    link,
    starts: ['spark-submit --master spark://HOST:7077 THIS_FILE    # on a cluster'],
  })}
import itertools
import pathlib
import sys

from pyspark.ml.feature import Word2Vec
from pyspark.sql import SparkSession
from scipy.stats import spearmanr

${given(settings, run)}


def main():
    ${text.code}
    spark = SparkSession.builder.appName("preformer").getOrCreate()
    frame = spark.createDataFrame([(sentence,) for sentence in sentences], ["words"])
    model = Word2Vec(inputCol="words", outputCol="vectors", **SETTINGS).fit(frame)
    model.write().overwrite().save("vectors.spark")
    print("vectors.spark written")
    for word in WORDS[:5]:
        print(word, "→", ", ".join(near for near, _ in model.findSynonymsArray(word, 5)))
    vectors = {row.word: row.vector for row in model.getVectors().collect() if row.word in WORDS}
    cosine = lambda a, b: float(a.dot(b) / (a.norm(2) * b.norm(2)))
    pairs = itertools.combinations(WORDS, 2)
    here = [cosine(vectors[a], vectors[b]) for a, b in pairs]
    spark.stop()
${COMPARE}


main()
`;
  return { name: 'preformer-skip-gram-spark.py', code, files: text.files };
}
