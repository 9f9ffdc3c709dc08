package io.crmsync.adapters.graph;

import io.crmsync.simulators.graph.Quirk;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxContract;
import io.crmsync.sync.port.MailboxOwner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class GraphMailboxContractTest {
  abstract static class Contract extends MailboxContract {
    private final SimulatedGraph graph;

    Contract(Quirk... quirks) {
      graph = new SimulatedGraph(quirks);
    }

    @AfterEach
    void close() {
      graph.close();
    }

    @Override
    protected Mailbox mailbox() {
      return graph.mailbox();
    }

    @Override
    protected MailboxOwner owner() {
      return new SimulatedOwner(graph.user());
    }

    @Override
    protected boolean binnedAnswer() {
      return !graph.simulator.behaviour().has(Quirk.BINNED_CONTACTS_GONE);
    }

    @Override
    protected boolean firstNameRequired() {
      return graph.simulator.behaviour().has(Quirk.FIRST_NAME_REQUIRED);
    }
  }

  @Nested
  class AsDocumented extends Contract {}

  @Nested
  class WhereBinnedCopiesAreGone extends Contract {
    WhereBinnedCopiesAreGone() {
      super(Quirk.BINNED_CONTACTS_GONE, Quirk.BINNED_FOLDERS_GONE, Quirk.DELETE_OF_BINNED_IS_404);
    }
  }

  @Nested
  class WhereTheServiceIsAtItsOddest extends Contract {
    WhereTheServiceIsAtItsOddest() {
      super(
          Quirk.OR_FILTER_REFUSED,
          Quirk.FOLDER_EXISTS_IS_400,
          Quirk.EMPTY_EXTENDED_VALUE_REFUSED,
          Quirk.ADDRESS_PATCH_MERGES,
          Quirk.EMAIL_ADDRESSES_REWRITTEN,
          Quirk.FIRST_NAME_REQUIRED);
    }
  }

  @Nested
  class WhereAnEmptyExtendedPropertyVanishes extends Contract {
    WhereAnEmptyExtendedPropertyVanishes() {
      super(Quirk.EMPTY_EXTENDED_VALUE_REMOVES);
    }
  }
}
