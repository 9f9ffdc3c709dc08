/** The API's operations, each by its name. Where a `user` is asked for, "me" is who is signed in. */
import { call } from "./http.js";

const part = encodeURIComponent;

function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return given.length === 0 ? "" : "?" + new URLSearchParams(given);
}

export const PAGE_SIZE = 50;
export const LARGEST_PAGE = 500;
export const MOST_AT_ONCE = 1_000;

/** @param {{state?: string, q?: string, after?: string, limit?: number}} wanted */
export const previewContacts = (user, wanted, signal) =>
  call("GET", `users/${part(user)}/contacts${query(wanted)}`, { signal });

export const explain = (user, contact, signal) =>
  call("GET", `users/${part(user)}/contacts/${part(contact)}/explanation?outlook=true`, { signal });

/** @param {{contactIds: string[]}|{all: true}} chosen */
export const syncSelected = (user, chosen) =>
  call("POST", `users/${part(user)}/sync`, { body: chosen });

export const syncToOutlook = (contactId) =>
  call("POST", "sync-to-outlook", { body: { contactId } });

export const stopSyncToOutlook = (contact) => call("DELETE", `sync-to-outlook/${part(contact)}`);

export const getSyncRequest = (id, signal) => call("GET", `sync-requests/${part(id)}`, { signal });

export const listRuns = (after, signal) => call("GET", `runs${query({ after })}`, { signal });

export const getRun = (id, signal) => call("GET", `runs/${part(id)}`, { signal });

export const listRunPairs = (id, after, signal) =>
  call("GET", `runs/${part(id)}/pairs${query({ after })}`, { signal });

/** @param {"changes"|"full"|"dryRun"} mode */
export const startRun = (mode) => call("POST", "runs", { body: { mode } });

export const releaseRemovals = (id) => call("POST", `runs/${part(id)}/release`);

export const discardRemovals = (id) => call("POST", `runs/${part(id)}/discard`);

export const listParked = (after, signal) =>
  call("GET", `mailboxes${query({ state: "parked", after })}`, { signal });

/** Whether the caller may steer: only admins may read the runs. */
export const isAdmin = () =>
  call("GET", "runs?limit=1").then(() => true, () => false);
