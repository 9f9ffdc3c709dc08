package io.crmsync.localapp.host;

/** An invocation ended by an exception, which is the cause. */
public final class FunctionFailed extends Exception {

  private static final long serialVersionUID = 1L;

  FunctionFailed(String functionName, Throwable cause) {
    super(functionName + " failed: " + cause, cause);
  }
}
