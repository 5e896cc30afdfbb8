package org.tocsin.jobs.options;

/** A command cannot do what it was asked; the message is for the person who asked. */
public class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong and what to do. */
  public CommandFailedException(String message) {
    super(message);
  }

  /** What the deepest cause says: the sentence that tells a person most. */
  public static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
