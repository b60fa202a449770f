package afa.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcTest {
  @Test
  void processorTimeIsFoundBehindAnyName() {
    String stat = "17 (a (b) c) S 1 17 17 0 -1 4194560 9 0 0 0 250 130 7 8 20 0 1 0 99";
    assertThat(ProcessTree.ticks(stat)).isEqualTo(380);
  }

  @Test
  void memoryIsReadInKilobytes() {
    String rollup = "00400000-7fff rollup\nRss:   900 kB\nPss:   812 kB\nPss_Dirty: 7 kB\n";
    assertThat(ProcessTree.kilobytes(rollup, "Pss:")).isEqualTo(812);
  }

  @Test
  void thisProcessHasFiguresOfItsOwn() {
    ProcessTree tree = ProcessTree.ofThisAlone();
    assertThat(tree.pssBytes()).isPositive();
    assertThat(tree.descriptors()).isPositive();
  }

  @Test
  void aHistogramEndsInItsSum() {
    String histogram = "17:\n num  #instances  #bytes\n   1:  10  400  [B\nTotal     10   400\n";
    assertThat(LiveHeap.total(histogram)).isEqualTo(400);
  }

  @Test
  void heapIsTheSumOfItsPools() {
    String metrics = "jvm_memory_used_bytes{area=\"heap\",id=\"Eden\"} 2.0E6\n"
        + "jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\"} 9.0E6\n"
        + "jvm_memory_used_bytes{area=\"heap\",id=\"Old\"} 1.0E6\n";
    assertThat(Soak.heapBytes(metrics)).isEqualTo(3e6);
  }
}
