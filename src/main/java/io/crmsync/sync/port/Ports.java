package io.crmsync.sync.port;

/** Everything that the use cases reach outside. */
public record Ports(
    CrmSource crm,
    Mailboxes outlook,
    ContactStore contacts,
    PairStore pairs,
    DueStore due,
    SyncListStore lists,
    DirectoryStore directories,
    MailboxStore mailboxes,
    RunStore runs,
    ReportStore reports,
    RequestStore requests,
    JobQueue queue) {}
