package org.tocsin.connectors.topic;

/** The brokers do not answer, or refuse; the cause is what the client told. */
public final class BrokerException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokerException(Throwable cause) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
  }
}
