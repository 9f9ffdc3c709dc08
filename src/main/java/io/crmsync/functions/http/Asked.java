package io.crmsync.functions.http;

/** What somebody asks for: the operation, and what the request's address names. */
record Asked(Operation operation, Facts facts) {}
