"""Trains gensim's Skip-gram or CBOW once, with one worker by default, and prints one JSON object.

usage: gensim_peer.py CORPUS skip-gram|cbow ALPHA SEED [WORD_PAIRS]      WORKERS=N: threads
"""

import json
import os
import sys
import time

from gensim.models import Word2Vec


def main():
    corpus, model, alpha, seed = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    with open(corpus, encoding="utf-8") as lines:
        sentences = [line.split() for line in lines]
    trainer = Word2Vec(
        vector_size=100,
        window=5,
        negative=5,
        sample=1e-3,
        min_count=5,
        alpha=alpha,
        sg=int(model == "skip-gram"),
        workers=int(os.environ.get("WORKERS", "1")),
        seed=seed,
    )
    trainer.build_vocab(sentences)
    start, worked = time.perf_counter(), time.process_time()
    trainer.train(sentences, total_examples=trainer.corpus_count, epochs=3)
    seconds, worked = time.perf_counter() - start, time.process_time() - worked

    kept = sum(trainer.wv.get_vecattr(word, "count") for word in trainer.wv.index_to_key)
    tokens = 3 * int(kept)
    result = {
        "trainSeconds": seconds,
        "tokensPerSecond": tokens / seconds,
        "cpuSeconds": worked,
        "tokensPerCpuSecond": tokens / worked,
    }
    if len(sys.argv) > 5:
        _, spearman, unknown = trainer.wv.evaluate_word_pairs(sys.argv[5])
        result["spearman"] = float(spearman[0])
        result["unknownPercent"] = float(unknown)
    print(json.dumps(result))


main()
