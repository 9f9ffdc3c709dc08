package io.crmsync.localapp.azurite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands every connection to a loopback port of its own on to another, as long as it is not cut. */
final class Relay implements AutoCloseable {
  private final int target;
  private final ServerSocket meet;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Relay(int target) throws IOException {
    this.target = target;
    this.meet = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  static Relay to(int target) throws IOException {
    Relay relay = new Relay(target);
    daemon(relay::accept);
    return relay;
  }

  int port() {
    return meet.getLocalPort();
  }

  void cut() {
    cut = true;
    open.forEach(Relay::closeQuietly);
  }

  void mend() {
    cut = false;
  }

  @Override
  public void close() {
    closeQuietly(meet);
    cut();
  }

  private void accept() {
    while (!meet.isClosed()) {
      try {
        Socket caller = meet.accept();
        if (cut) {
          closeQuietly(caller);
        } else {
          join(caller, new Socket(InetAddress.getLoopbackAddress(), target));
        }
      } catch (IOException e) {
        // that connection did not come about; the door was closed, or the next may
      }
    }
  }

  private void join(Socket caller, Socket service) {
    open.add(caller);
    open.add(service);
    if (cut) {
      open.forEach(Relay::closeQuietly);
    }
    daemon(() -> pass(caller, service));
    daemon(() -> pass(service, caller));
  }

  /** Until one of the two ends. */
  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // broken off
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "storage-line");
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(AutoCloseable connection) {
    try {
      connection.close();
    } catch (Exception e) {
      // it is closed all the same
    }
  }
}
