package org.tocsin.system;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one broker and one Flink cluster, started at first use and ended with the run. */
final class WithCluster implements ParameterResolver {
  /** The first failure to start is that of all tests: none waits for it again. */
  private static @Nullable String failed;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Broker.class || type == FlinkCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(WithCluster.class))
        .computeIfAbsent(type, WithCluster::start);
  }

  private static Object start(Class<?> type) {
    if (failed != null) {
      throw new ParameterResolutionException(failed);
    }
    try {
      return type == Broker.class ? Broker.start() : FlinkCluster.start();
    } catch (Exception | AssertionError e) {
      failed = "cannot start " + type.getSimpleName() + ": " + e.getMessage();
      throw new ParameterResolutionException(failed, e);
    }
  }
}
