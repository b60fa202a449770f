package afa.syndication;

import io.vertx.core.buffer.Buffer;
import java.net.URI;

/**
 * What came of asking for a feed.
 *
 * @param status 200, 304 for nothing new, 410 for gone and never to be asked for again
 * @param address where to ask next time: another one where the feed moved for good
 * @param base where the feed was found in the end
 * @param contentType as received, null where absent; so are the next two
 * @param body empty unless the status is 200
 */
record FeedAnswer(
    int status,
    URI address,
    URI base,
    String contentType,
    String etag,
    String lastModified,
    Buffer body) {}
