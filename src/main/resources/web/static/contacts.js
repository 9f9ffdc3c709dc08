/** Starts the page "My contacts in Outlook". */
import { frame, greet } from "./frame.js";
import { ContactsView } from "./contacts-view.js";
import { text } from "./text.js";

const user = new URLSearchParams(location.search).get("user") ?? "";
const title = user ? text("contacts.titleOf", { user }) : text("contacts.title");
const view = new ContactsView(frame("contacts", title), title, user || "me", user !== "");
view.start().then(greet);
