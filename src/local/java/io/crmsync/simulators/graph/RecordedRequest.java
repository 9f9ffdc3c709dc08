package io.crmsync.simulators.graph;

/**
 * A request as it arrived, with the status of its answer.
 *
 * @param kind what it was
 * @param method its HTTP method
 * @param mailbox the user as addressed
 * @param address path and query as sent, still encoded
 * @param body as sent; empty text for none
 * @param status of the answer; 0 for a dropped connection
 */
public record RecordedRequest(
    RequestKind kind, String method, String mailbox, String address, String body, int status) {}
