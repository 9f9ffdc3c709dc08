// Loaded into Azurite before it starts (node --require). What a client sees stays the same.
//
// 1. Azurite 3.37 looks through every message of the account on each queue operation, on its one
//    event loop: with 33,000 messages waiting, a delete takes 145 ms and stops the tables as well.
//    Here its store reads along an index on the time a message becomes visible, and looks for
//    expired messages every five seconds.
// 2. Once a minute it throws the texts of deleted messages away, and sorts all of them anew for
//    each: 30,000 messages stop it for half an hour. Here they stay until it ends.
// 3. Its parent holds its standard input. When that closes, however the parent died, Azurite saves
//    its state and ends, though nobody reads any more what it says about that.
"use strict";

const fromAzurite = require("module").createRequire(process.argv[1]);
const Store = fromAzurite("azurite/dist/src/queue/persistence/LokiQueueMetadataStore").default;
const Sweeper = fromAzurite("azurite/dist/src/queue/gc/QueueGCManager").default;
const BY_TIME = "timeNextVisible";
const EXPIRY_SCAN_MILLIS = 5000;

const init = Store.prototype.init;
Store.prototype.init = async function () {
  await init.call(this);
  const messages = this.db.getCollection(this.MESSAGES_COLLECTION);
  for (const property of Object.keys(messages.binaryIndices)) {
    if (property !== "messageId") delete messages.binaryIndices[property];
  }
  messages.ensureIndex(BY_TIME, true);
};

Store.prototype.getMessages = async function (
  account, queue, timeNextVisible, popReceipt, wanted, queryDate, context) {
  this.checkQueueExist(account, queue, context);
  this.clearExpiredMessages(account, queue, context);
  const messages = this.db.getCollection(this.MESSAGES_COLLECTION);
  const taken = visible(messages, account, queue, queryDate || new Date(), wanted || 1);
  for (const message of taken) {
    message.timeNextVisible = timeNextVisible.getTime();
    message.popReceipt = popReceipt;
    message.dequeueCount = Number(message.dequeueCount) + 1;
    messages.update(message);
  }
  return taken.map((message) => this.messageCopy(message));
};

function visible(messages, account, queue, now, wanted) {
  messages.ensureIndex(BY_TIME);
  const found = [];
  for (const position of messages.binaryIndices[BY_TIME].values) {
    const message = messages.data[position];
    if (found.length >= wanted || message.timeNextVisible > now.getTime()) break;
    if (message.queueName === queue && message.accountName === account) found.push(message);
  }
  return found;
}

Store.prototype.clearExpiredMessages = async function () {
  const now = Date.now();
  if (now - (this.lastExpiryScan ?? 0) < EXPIRY_SCAN_MILLIS) return;
  this.lastExpiryScan = now;
  const messages = this.db.getCollection(this.MESSAGES_COLLECTION);
  const expired = messages.data.filter((message) => new Date(message.expirationTime) <= now);
  if (expired.length > 0) messages.remove(expired);
};

Sweeper.prototype.markSweep = async function () {};

for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
process.stdin.on("close", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();
