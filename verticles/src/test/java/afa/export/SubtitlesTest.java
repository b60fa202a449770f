package afa.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitlesTest {
  private static final Cue CUE = new Cue(
      Duration.ofMillis(3_723_004),
      Duration.ofMillis(3_726_000),
      List.of("Ada: <b>x</b> & {\\an8}", "--> y"));

  @Test
  void browsersTakeNothingForMarkup() {
    assertThat(Subtitles.VTT.write(new Cues(List.of(CUE), 3)))
        .isEqualTo(
            """
            WEBVTT

            NOTE 3 posts found no room

            01:02:03.004 --> 01:02:06.000
            Ada: &lt;b&gt;x&lt;/b&gt; &amp; {\\an8}
            --&gt; y
            """);
  }

  @Test
  void playersTakeNothingForACommand() {
    assertThat(Subtitles.SRT.write(new Cues(List.of(CUE, CUE), 0)))
        .isEqualTo(
            """
            1
            01:02:03,004 --> 01:02:06,000
            Ada: ‹b›x‹/b› & (\\an8)
            --› y

            2
            01:02:03,004 --> 01:02:06,000
            Ada: ‹b›x‹/b› & (\\an8)
            --› y

            """);
  }

  @Test
  void aTalkOfWhichNothingWasSaidHasSubtitlesTooThatSayNothing() {
    assertThat(Subtitles.VTT.write(new Cues(List.of(), 0))).isEqualTo("WEBVTT\n");
    assertThat(Subtitles.SRT.write(new Cues(List.of(), 0))).isEmpty();
  }
}
