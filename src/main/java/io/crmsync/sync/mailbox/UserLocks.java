package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One at a time per user, within this process. Striped: two users may share a lock. */
final class UserLocks {
  private final Lock[] stripes =
      IntStream.range(0, 256).mapToObj(i -> new ReentrantLock()).toArray(Lock[]::new);

  <T> T alone(UserId user, Supplier<T> work) {
    Lock lock = stripes[Math.floorMod(user.hashCode(), stripes.length)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
