package io.crmsync.functions;

/** What somebody asks for: the operation, and what the request's address names. */
record Asked(Operation operation, Facts facts) {}
