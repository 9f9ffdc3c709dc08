package io.crmsync.localapp.host;

import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.RpcException;

/**
 * What a function is told about the retries of its invocation.
 *
 * @param count 0: it is the first try
 * @param most how many retries there are
 */
record HostRetry(int count, int most) implements RetryContext {
  @Override
  public int getRetrycount() {
    return count;
  }

  @Override
  public int getMaxretrycount() {
    return most;
  }

  /** The worker passes none either, unless the host sends it one. */
  @Override
  public RpcException getException() {
    throw new UnsupportedOperationException("not played here");
  }
}
