package afa.site;

import afa.http.Home;
import afa.http.Templates;
import afa.library.Library;
import java.time.Clock;

/**
 * What the pages of every section are made with.
 *
 * @param home the loop on which what they share is touched
 * @param feed events and the logs of those that run
 * @param library what the archive holds
 */
public record Desk(
    Home home,
    FeedLog feed,
    Library library,
    Templates templates,
    SecurityHeaders headers,
    Clock clock) {}
