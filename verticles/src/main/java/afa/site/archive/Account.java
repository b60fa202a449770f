package afa.site.archive;

import afa.feed.Author;
import afa.feed.Networks;
import afa.library.People;
import afa.site.PersonView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who posted, as the list of people shows him.
 *
 * @param network the source as style sheets know it
 * @param source the source as people call it
 * @param search address of a search for his posts; empty where he has no handle
 */
public record Account(PersonView person, String network, String source, long posts, String search) {

  static List<Account> of(String event, List<People.Account> accounts) {
    return accounts.stream().map(account -> of(event, account)).toList();
  }

  private static Account of(String event, People.Account account) {
    String name = Optional.ofNullable(account.name()).orElse("unknown");
    Author author = new Author(name, account.handle(), account.url(), account.avatar());
    return new Account(
        PersonView.of(author),
        account.source().toLowerCase(Locale.ROOT),
        Networks.label(account.source()),
        account.posts(),
        Optional.ofNullable(account.handle())
            .map(handle -> search(event, account))
            .orElse(""));
  }

  private static String search(String event, People.Account account) {
    String words = "from:" + account.handle() + " source:" + account.source();
    return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&event=" + event;
  }
}
