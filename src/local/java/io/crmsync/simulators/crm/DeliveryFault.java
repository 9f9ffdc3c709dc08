package io.crmsync.simulators.crm;

import java.util.function.UnaryOperator;

/**
 * A fault in how any answer arrives.
 *
 * @param change what becomes of the reply
 */
record DeliveryFault(UnaryOperator<Reply> change) implements Fault {

  @Override
  public boolean suits(Operation operation) {
    return true;
  }

  @Override
  public boolean fits(FeedAnswer answer) {
    return true;
  }

  @Override
  public String body(FeedAnswer answer) {
    return answer.json();
  }

  @Override
  public Reply deliver(Reply reply) {
    return change.apply(reply);
  }
}
