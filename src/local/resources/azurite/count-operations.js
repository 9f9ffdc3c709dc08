// Loaded into Azurite before it starts (node --require): counts what is asked of it, by operation
// and table, queue or container of blobs; the rows of a transaction are counted beside it.
// GET /-/operations on any of its ports tells, one "name count" a line.
"use strict";

const http = require("http");

const QUEUE_VERBS = { POST: "send", GET: "receive", PUT: "update", DELETE: "delete" };
const TABLE_VERBS = {
  POST: "insert", PUT: "replace", MERGE: "merge", PATCH: "merge", DELETE: "delete",
};
const BLOB_VERBS = { GET: "read", HEAD: "look", PUT: "write", DELETE: "delete" };
const counts = new Map();

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, response) {
  if (event !== "request") return emit.apply(this, arguments);
  if (request.url === "/-/operations") return response.end(lines());
  const name = operation(request.method, new URL(request.url, "http://azurite"));
  if (name === "table transaction") countRows(request);
  else count(name, 1);
  return emit.apply(this, arguments);
};

function count(name, times) {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

// Looks at the body as it passes by: whoever reads it is not disturbed.
function countRows(request) {
  const pass = request.emit;
  let body = "";
  request.emit = function (event, chunk) {
    if (event === "data") body += chunk;
    if (event === "end") {
      const rows = [...body.matchAll(/^(?:POST|PUT|MERGE|PATCH|DELETE) https?:\/\/[^\/]+\/[^\/]+\/(\w+)/gm)];
      const name = "table " + (rows[0]?.[1] ?? "other") + " transaction";
      count(name, 1);
      count(name + " rows", rows.length);
    }
    return pass.apply(this, arguments);
  };
}

function lines() {
  return [...counts].map(([name, count]) => name + " " + count + "\n").join("");
}

// Paths: /account/queue/messages[/id], /account/$batch, /account/Table, /account/Table(keys),
// /account/container/blob, and the list of a container's blobs.
function operation(method, url) {
  const [, , first = "", second] = url.pathname.split("/").map(decodeURIComponent);
  if (second === "messages") return "queue " + first + " " + QUEUE_VERBS[method];
  if (second) return "blob " + first + " " + BLOB_VERBS[method];
  if (url.searchParams.get("restype") === "container" && url.searchParams.get("comp") === "list") {
    return "blob " + first + " list";
  }
  if (first === "$batch") return "table transaction";
  if (first === "Tables" || first.startsWith("Tables(") || url.search.includes("comp=")) {
    return "administration";
  }
  const [, name, keys] = /^(\w[\w-]*)(\(.*\))?$/s.exec(first) ?? [, "other"];
  if (method === "GET") return "table " + name + (keys && keys !== "()" ? " read" : " query");
  if ((method === "PUT" || method === "DELETE") && !keys) return "administration";
  return "table " + name + " " + TABLE_VERBS[method];
}
