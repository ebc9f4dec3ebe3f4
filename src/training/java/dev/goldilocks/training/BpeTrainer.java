package dev.goldilocks.training;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns byte-pair merges (Sennrich et al. 2016) from words and their counts: the most frequent
 * pair of neighbours is merged again and again; of equally frequent pairs, the one of smaller ids.
 */
final class BpeTrainer {
  /** Two neighbouring tokens that become one. */
  record Merge(int left, int right) {}

  private record Candidate(long count, long pair) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byCount = Long.compare(other.count, count);
      return byCount != 0 ? byCount : Long.compare(pair, other.pair);
    }
  }

  private final int[][] words;
  private final int[] lengths;
  private final long[] counts;
  private final Map<Long, Long> pairCounts = new HashMap<>();
  private final Map<Long, Set<Integer>> places = new HashMap<>();
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

  private BpeTrainer(Map<String, Long> wordCounts) {
    words = new int[wordCounts.size()][];
    lengths = new int[words.length];
    counts = new long[words.length];
    int i = 0;
    for (Map.Entry<String, Long> entry : new TreeMap<>(wordCounts).entrySet()) {
      byte[] bytes = entry.getKey().getBytes(StandardCharsets.UTF_8);
      words[i] = new int[bytes.length];
      for (int j = 0; j < bytes.length; j++) {
        words[i][j] = bytes[j] & 0xff;
      }
      lengths[i] = bytes.length;
      counts[i] = entry.getValue();
      i++;
    }
  }

  /**
   * Learns merges.
   *
   * @param wordCounts how often each word of the text occurs
   * @param merges how many merges to learn; merge {@code n} makes the token 256 + {@code n}
   */
  static List<Merge> learn(Map<String, Long> wordCounts, int merges) {
    return new BpeTrainer(wordCounts).learn(merges);
  }

  private List<Merge> learn(int merges) {
    for (int word = 0; word < words.length; word++) {
      count(word, 1);
    }
    pairCounts.forEach((pair, count) -> queue.add(new Candidate(count, pair)));
    List<Merge> learned = new ArrayList<>();
    while (learned.size() < merges && !queue.isEmpty()) {
      Candidate best = queue.poll();
      long current = pairCounts.getOrDefault(best.pair, 0L);
      if (current != best.count) {
        if (current > 0) {
          queue.add(new Candidate(current, best.pair));
        }
        continue;
      }
      Merge merge = new Merge((int) (best.pair >>> 32), (int) best.pair);
      apply(merge, 256 + learned.size());
      learned.add(merge);
    }
    return learned;
  }

  private void apply(Merge merge, int token) {
    Set<Long> changed = new HashSet<>();
    for (int word : places.remove(pair(merge.left, merge.right))) {
      count(word, -1);
      replace(word, merge, token);
      count(word, 1);
      int[] ids = words[word];
      for (int i = 0; i + 1 < lengths[word]; i++) {
        if (ids[i] == token || ids[i + 1] == token) {
          changed.add(pair(ids[i], ids[i + 1]));
        }
      }
    }
    pairCounts.remove(pair(merge.left, merge.right));
    for (long pair : changed) {
      queue.add(new Candidate(pairCounts.get(pair), pair));
    }
  }

  private void replace(int word, Merge merge, int token) {
    int[] ids = words[word];
    int out = 0;
    for (int i = 0; i < lengths[word]; i++) {
      boolean here = i + 1 < lengths[word] && ids[i] == merge.left && ids[i + 1] == merge.right;
      ids[out++] = here ? token : ids[i];
      if (here) {
        i++;
      }
    }
    lengths[word] = out;
  }

  private void count(int word, int sign) {
    int[] ids = words[word];
    for (int i = 0; i + 1 < lengths[word]; i++) {
      long pair = pair(ids[i], ids[i + 1]);
      pairCounts.merge(pair, sign * counts[word], Long::sum);
      if (sign > 0) {
        places.computeIfAbsent(pair, p -> new HashSet<>()).add(word);
      }
    }
  }

  private static long pair(int left, int right) {
    return ((long) left << 32) | right;
  }
}
