package io.crmsync.sync.port;

/**
 * Do this step of a run.
 *
 * @param sequence of the step: one that is done already is not done again
 * @param attempt how often the step was tried before and failed for want of an answer, from 0
 */
public record RunMessage(String runId, int sequence, int attempt) {}
