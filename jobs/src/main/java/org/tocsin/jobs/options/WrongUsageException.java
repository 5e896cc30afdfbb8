package org.tocsin.jobs.options;

import java.util.List;

/** A command line that parses and still cannot be meant; tells every mistake. */
public final class WrongUsageException extends CommandFailedException {
  private static final long serialVersionUID = 1L;

  /** One mistake a line. */
  public WrongUsageException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}
