package org.tocsin.connectors.bundles;

/** A bundle that must not be used; the message says why, for the one who published it. */
public final class BundleRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Refuses for a reason. */
  public BundleRefusedException(String message) {
    super(message);
  }

  /** Refuses because something failed. */
  public BundleRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
