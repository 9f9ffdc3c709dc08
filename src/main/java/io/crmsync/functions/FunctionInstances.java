package io.crmsync.functions;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

/**
 * Hands the Java worker the function objects, each made once. Without it the worker would make one
 * per invocation; found by META-INF/services, and there may be only one.
 */
public final class FunctionInstances implements FunctionInstanceInjector {
  private static final class Holder {
    private static final CompositionRoot ROOT = new CompositionRoot();
  }

  /**
   * The worker makes it when it loads the first function: the only hook before the first
   * invocation, which then finds everything ready. Returns at once.
   */
  public FunctionInstances() {
    WarmUp.begin(() -> Holder.ROOT.warmUp());
  }

  @Override
  public <T> T getInstance(Class<T> functionClass) {
    return Holder.ROOT.function(functionClass);
  }
}
