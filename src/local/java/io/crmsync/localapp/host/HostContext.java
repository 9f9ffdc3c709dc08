package io.crmsync.localapp.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.RetryContext;
import java.util.UUID;
import java.util.logging.Logger;

/** What a function is told about its invocation; a new id each time. */
record HostContext(String functionName, String invocationId, HostRetry retry)
    implements ExecutionContext {

  static HostContext next(String functionName, HostRetry retry) {
    return new HostContext(functionName, UUID.randomUUID().toString(), retry);
  }

  @Override
  public RetryContext getRetryContext() {
    return retry;
  }

  @Override
  public Logger getLogger() {
    return Logger.getLogger("Function." + functionName);
  }

  @Override
  public String getInvocationId() {
    return invocationId;
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }
}
