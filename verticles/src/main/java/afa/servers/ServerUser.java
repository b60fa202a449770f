package afa.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who runs a program that refuses to be run by root, or by a user without a name.
 *
 * @param prefix goes before the command; empty for an ordinary user
 * @param uid owner of the files, as the file system sees it
 */
record ServerUser(List<String> prefix, int uid) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65_534;

  /** Needs no right but to change users, which root has in every container. */
  private static final List<String> AS_NOBODY = List.of(
      "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs");

  /** Nobody inside, still root to the file system; many containers forbid it. */
  private static final List<String> IN_NAMESPACE = List.of("unshare", "--user");

  /** What Java calls a user whom the system has no name for. */
  private static final String NAMELESS = "?";

  private static final Duration TRIAL = Duration.ofSeconds(10);

  /** The first way that works and reaches the directory. */
  static ServerUser choose(Path directory) throws IOException {
    int own = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (own != ROOT) return ordinary(own, directory);
    for (ServerUser user :
        List.of(new ServerUser(AS_NOBODY, NOBODY), new ServerUser(IN_NAMESPACE, ROOT))) {
      if (user.canEnter(directory)) return user;
    }
    throw new IOException("PostgreSQL refuses to be run by root, and the user nobody (" + NOBODY
        + ") may not enter " + directory + ". Either start as an ordinary user, or keep the data"
        + " where nobody may enter (AFA_DATA=/var/lib/afa), or set DATABASE_URL to a PostgreSQL"
        + " of your own. With setpriv and unshare from util-linux missing, install that package.");
  }

  /** Containers may run us as a number without a name, which PostgreSQL refuses too. */
  private static ServerUser ordinary(int uid, Path directory) {
    ServerUser renamed = new ServerUser(IN_NAMESPACE, uid);
    boolean isNameless = System.getProperty("user.name", NAMELESS).equals(NAMELESS);
    return isNameless && renamed.canEnter(directory) ? renamed : new ServerUser(List.of(), uid);
  }

  private boolean canEnter(Path directory) {
    try {
      Shell.run(command(List.of("test", "-x", directory.toString())), Path.of("/"), TRIAL);
      return true;
    } catch (IOException cannot) {
      return false;
    }
  }

  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Hands files over when they belong to somebody else. */
  void own(Path path) throws IOException {
    if (prefix.isEmpty() || owner(path) == uid) return;
    for (Path each : PrivateFiles.tree(path)) {
      Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(each, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
