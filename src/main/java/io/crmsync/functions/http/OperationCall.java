package io.crmsync.functions.http;

/** What somebody asks for: the operation, and what the request's address names. */
record OperationCall(Operation operation, AuditFacts facts) {}
