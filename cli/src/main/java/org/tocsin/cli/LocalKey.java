package org.tocsin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.options.CommandFailedException;
import picocli.CommandLine.Option;

/**
 * The pseudonym key of local runs: given, or one of this machine's user, made once, so that two
 * runs agree.
 */
public final class LocalKey {
  private static final int BYTES = 32;

  @Option(
      names = "--pseudonym-key-file",
      paramLabel = "FILE",
      description =
          "Secret of at least 16 bytes that makes pseudonyms of accounts. Without it: ~/.config/tocsin/pseudonym.key, made at"
              + " first use.")
  private @Nullable Path file;

  /**
   * The key.
   *
   * @throws CommandFailedException when the file cannot be read or made
   */
  public PseudonymKey read() {
    Path path =
        file == null
            ? Path.of(System.getProperty("user.home"), ".config", "tocsin", "pseudonym.key")
            : file;
    try {
      if (file == null && !Files.exists(path)) {
        make(path);
      }
      return PseudonymKey.read(path);
    } catch (IOException e) {
      throw new CommandFailedException(
          "pseudonym key %s: cannot be read or made (%s); name another by --pseudonym-key-file"
              .formatted(path, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException("pseudonym key %s: %s".formatted(path, e.getMessage()));
    }
  }

  private static void make(Path path) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Path folder = path.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(path, HexFormat.of().formatHex(secret), StandardOpenOption.WRITE);
    System.err.println("Made a pseudonym key for this user: " + path);
  }
}
