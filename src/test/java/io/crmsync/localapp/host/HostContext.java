package io.crmsync.localapp.host;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.UUID;
import java.util.logging.Logger;

/** What a function is told about its invocation; a new id each time. */
record HostContext(String functionName, String invocationId) implements ExecutionContext {

  static HostContext next(String functionName) {
    return new HostContext(functionName, UUID.randomUUID().toString());
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
