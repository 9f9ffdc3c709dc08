package io.crmsync.localapp.host;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.Map;

/**
 * One call of a function.
 *
 * @param payload what the trigger parameter is made of
 * @param metadata what @BindingName can name: path parameters, a message's properties
 * @param context told to the function
 */
record Invocation(Object payload, Map<String, String> metadata, ExecutionContext context) {

  Invocation {
    metadata = Map.copyOf(metadata);
  }
}
