package io.crmsync.sync.port;

import org.junit.jupiter.api.Nested;

/**
 * What every way to a mailbox must pass. A subclass gives a new and empty mailbox for each test,
 * and its owner.
 */
public abstract class MailboxContract {
  /** The mailbox under test. */
  protected abstract Mailbox mailbox();

  /** The one who sees it in Outlook. */
  protected abstract MailboxOwner owner();

  /** Whether this service still answers for what is in Deleted Items. */
  protected abstract boolean binnedAnswer();

  /** Whether this service makes no contact without a first name. */
  protected abstract boolean firstNameRequired();

  @Nested
  class Folders extends FolderContract {
    Folders() {
      super(MailboxContract.this);
    }
  }

  @Nested
  class Contents extends ContentContract {
    Contents() {
      super(MailboxContract.this);
    }
  }

  @Nested
  class Searches extends SearchContract {
    Searches() {
      super(MailboxContract.this);
    }
  }

  @Nested
  class Absences extends AbsenceContract {
    Absences() {
      super(MailboxContract.this);
    }
  }
}
