package io.crmsync.localapp;

import io.crmsync.simulators.crm.Operation;

/** Kills the functions' process on the way, so many times, and starts it again. */
final class Kills {

  /** In which part of the work. */
  enum Moment {
    /** While a page of the CRM is under way. */
    READING,
    /** While pairs are being brought to mailboxes. */
    WRITING
  }

  private static final long SLOW_MILLIS = 4000;

  private final Landscape landscape;
  private final Moment moment;
  private final int wanted;
  private final long pairs;
  private int done;
  private long pageRequests;

  /** Takes how many pairs there will be; the kills are spread over them. */
  Kills(Landscape landscape, RunOptions options, long pairs) {
    this.landscape = landscape;
    this.moment = options.killWhile();
    this.wanted = options.kills();
    this.pairs = pairs;
  }

  /** Before the night. */
  void arm() {
    if (moment == Moment.READING && done < wanted) {
      pageRequests = pageRequests();
      slowPage();
    }
  }

  /** Kills, if it is time; whether it did. */
  boolean strike(Progress progress) {
    if (done >= wanted || !isTime(progress)) {
      return false;
    }
    landscape.functions().killAndRestart();
    done++;
    arm();
    return true;
  }

  int done() {
    return done;
  }

  private boolean isTime(Progress progress) {
    return switch (moment) {
      case READING -> pageRequests() > pageRequests;
      case WRITING -> progress.pairsDone() >= pairs * (done + 1) / (wanted + 1);
    };
  }

  private long pageRequests() {
    return Http.get(landscape.crm().resolve("/_sim/counts"))
        .path(Operation.LIST_CONTACTS.operationId())
        .path("requests")
        .asLong();
  }

  /** The next page takes its time, so that the process is killed in the middle of it. */
  private void slowPage() {
    String order =
        "{\"operation\":\"%s\",\"fault\":\"slow\",\"delayMillis\":%d}"
            .formatted(Operation.LIST_CONTACTS.operationId(), SLOW_MILLIS);
    Http.post(landscape.crm().resolve("/_sim/faults"), order);
  }
}
