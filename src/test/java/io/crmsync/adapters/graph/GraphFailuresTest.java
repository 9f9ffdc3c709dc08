package io.crmsync.adapters.graph;

import static io.crmsync.simulators.graph.FaultEffect.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Removal;
import io.crmsync.simulators.graph.FaultEffect;
import io.crmsync.simulators.graph.FaultRule;
import io.crmsync.simulators.graph.MailboxCondition;
import io.crmsync.simulators.graph.Quirk;
import io.crmsync.simulators.graph.RequestKind;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxBusy.Cause;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GraphFailuresTest extends GraphTest {

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequests, THROTTLED",
    "401, InvalidAuthenticationToken, THROTTLED",
    "500, InternalServerError, OUTCOME_UNKNOWN",
    "502, BadGateway, OUTCOME_UNKNOWN",
    "503, MailboxInfoStale, OUTCOME_UNKNOWN",
    "504, UnknownError, OUTCOME_UNKNOWN",
    "409, ErrorIrresolvableConflict, OUTCOME_UNKNOWN",
    "412, ErrorIrresolvableConflict, OUTCOME_UNKNOWN",
    "408, RequestTimeout, OUTCOME_UNKNOWN",
    "503, ErrorMailboxMoveInProgress, MOVING",
    "400, ErrorMailboxMoveInProgress, MOVING"
  })
  void someAnswersMeanLaterWhateverTheirBodyLooksLike(int status, String code, Cause cause) {
    graph.strike(FaultRule.next(answer(status, code)));
    assertThat(busy(() -> mailbox.create(home, ADA)).kind()).isEqualTo(cause);
    if (cause != Cause.MOVING) {
      for (FaultEffect.Body body : FaultEffect.Body.values()) {
        graph.strike(FaultRule.next(answer(status, code).withBody(body)));
        assertThat(busy(() -> mailbox.create(home, ADA)).kind()).isEqualTo(cause);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MailboxCondition.class,
      names = {"NOT_ENABLED", "INVALID_USER", "RESOURCE_NOT_FOUND", "ITEM_NOT_FOUND"})
  void aMissingMailboxIsNeverTakenForAMissingContactOrFolder(MailboxCondition condition) {
    OutlookId id = mailbox.create(home, ADA).id();
    graph.user().condition(condition);
    List<ThrowingCallable> uses =
        List.of(
            mailbox::defaultFolder,
            mailbox::folders,
            () -> mailbox.findFolder("CRM Contacts"),
            () -> mailbox.createFolder("CRM Contacts"),
            () -> mailbox.hasFolder(home),
            () -> mailbox.list(home),
            () -> mailbox.find(home, CONTACT, ""),
            () -> mailbox.create(home, ADA),
            () -> mailbox.read(id),
            () -> mailbox.update(id, ADA),
            () -> mailbox.remove(id, Removal.SOFT),
            () -> mailbox.remove(id, Removal.PERMANENT));
    assertThat(uses)
        .allSatisfy(use -> assertThat(closed(use).why()).isEqualTo(Why.of(Reason.MAILBOX_MISSING)));
  }

  @ParameterizedTest
  @CsvSource({
    "OUT_OF_SCOPE, OUT_OF_SCOPE",
    "FULL, MAILBOX_FULL",
    "FULL_FORBIDDEN, MAILBOX_FULL",
    "NOT_ENABLED, MAILBOX_MISSING",
    "INVALID_USER, MAILBOX_MISSING",
    "RESOURCE_NOT_FOUND, MAILBOX_MISSING"
  })
  void aCreateMeetsAClosedMailbox(MailboxCondition condition, Reason reason) {
    graph.user().condition(condition);
    assertThat(closed(() -> mailbox.create(home, ADA)).why()).isEqualTo(Why.of(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "404, MailboxNotHostedInExchangeOnline, MAILBOX_MISSING",
    "400, MailboxNotHostedInExchangeOnline, MAILBOX_MISSING",
    "404, ErrorNonExistentMailbox, MAILBOX_MISSING",
    "400, ErrorMissingEmailAddress, MAILBOX_MISSING",
    "404, ErrorEntityNotFound, MAILBOX_MISSING",
    "401, AuthenticationError, MAILBOX_UNAVAILABLE",
    "503, ErrorMailboxStoreUnavailable, MAILBOX_UNAVAILABLE",
    "400, ErrorMailboxStoreUnavailable, MAILBOX_UNAVAILABLE",
    "403, ErrorQuotaExceeded, MAILBOX_FULL",
    "400, ErrorQuotaExceeded, MAILBOX_FULL",
    "507, ErrorQuotaExceeded, MAILBOX_FULL"
  })
  void theseCodesAreTheMailboxsWhateverWasAsked(int status, String code, Reason reason) {
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> mailbox.create(home, ADA), mailbox::defaultFolder, () -> mailbox.list(home))) {
      graph.strike(FaultRule.next(answer(status, code)));
      assertThat(closed(use).why()).isEqualTo(Why.of(reason));
    }
  }

  @Test
  void aMailboxWithoutItsOwnFolderIsMissing() {
    graph.strike(FaultRule.next(answer(400, "ErrorFolderNotFound")));
    assertThat(closed(mailbox::defaultFolder).why()).isEqualTo(Why.of(Reason.MAILBOX_MISSING));
  }

  @Test
  void noAccessIsNoAccessWithoutABodyToo() {
    graph.strike(FaultRule.next(answer(403, "").withBody(FaultEffect.Body.EMPTY)));
    assertThat(closed(() -> mailbox.create(home, ADA)).why())
        .isEqualTo(Why.of(Reason.OUT_OF_SCOPE));
  }

  @ParameterizedTest
  @CsvSource({
    "400, ErrorInvalidProperty, JSON_ERROR, ErrorInvalidProperty",
    "403, ErrorCannotDeleteObject, JSON_ERROR, ErrorCannotDeleteObject",
    "413, RequestTooLarge, HTML, http413",
    "400, BadRequest, NO_ERROR_OBJECT, http400",
    "400, not a code, JSON_ERROR, http400"
  })
  void otherRefusalsBearTheirCode(int status, String code, FaultEffect.Body body, String expected) {
    graph.strike(FaultRule.next(answer(status, code).withBody(body)));
    Throwable thrown = catchThrowable(() -> mailbox.create(home, ADA));
    assertThat(thrown).isInstanceOf(MailboxRefused.class);
    assertThat(((MailboxRefused) thrown).code()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(FaultEffect.Body.class)
  void a404OnAContactIsAnAnswerWhateverItsBodyLooksLike(FaultEffect.Body body) {
    OutlookId id = mailbox.create(home, ADA).id();
    graph.strike(FaultRule.next(answer(404, "ErrorItemNotFound").withBody(body)));
    assertThat(mailbox.read(id)).isEmpty();
    graph.strike(FaultRule.next(answer(404, "ErrorItemNotFound").withBody(body)));
    assertThat(mailbox.remove(id, Removal.SOFT)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(FaultEffect.Body.class)
  void a404OnTheListOfFoldersIsAMissingMailbox(FaultEffect.Body body) {
    graph.strike(FaultRule.next(answer(404, "ErrorItemNotFound").withBody(body)));
    assertThat(closed(() -> mailbox.findFolder("CRM Contacts")).why())
        .isEqualTo(Why.of(Reason.MAILBOX_MISSING));
  }

  @ParameterizedTest
  @CsvSource({"400, ErrorInvalidMailboxItemId", "400, ErrorInvalidIdMalformed"})
  void anIdOfAnotherMailboxIsNotThere(int status, String code) {
    OutlookId id = mailbox.create(home, ADA).id();
    graph.strike(FaultRule.next(answer(status, code)));
    assertThat(mailbox.hasFolder(home)).isFalse();
    graph.strike(FaultRule.next(answer(status, code)));
    assertThat(mailbox.read(id)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Quirk.class,
      names = {"PERMANENT_DELETE_IS_404", "PERMANENT_DELETE_IS_400"})
  void whereNothingIsDeletedForGoodTheMailboxIsNotToBlame(Quirk quirk) {
    OutlookId id = mailbox.create(home, ADA).id();
    graph.simulator.behave(graph.simulator.behaviour().with(quirk));
    assertThat(catchThrowable(() -> mailbox.remove(id, Removal.PERMANENT)))
        .isInstanceOf(MailboxRefused.class);
    assertThat(mailbox.read(id)).isPresent();
  }

  @Test
  void aLostAnswerToACreateIsAnUnknownOutcomeAndNothingIsRepeated() {
    for (FaultEffect effect :
        List.of(
            FaultEffect.dropAfter(),
            FaultEffect.dropBefore(),
            FaultEffect.answerAfterwards(503, "ServiceUnavailable"),
            answer(504, "UnknownError"))) {
      graph.strike(FaultRule.next(effect));
      assertThat(busy(() -> mailbox.create(home, ADA)).kind()).isEqualTo(Cause.OUTCOME_UNKNOWN);
    }
    assertThat(graph.user().contacts()).hasSize(2);
    assertThat(graph.simulator.counts().of(RequestKind.CREATE_CONTACT)).isEqualTo(4);
  }

  @Test
  void aFailedReadIsNotRepeatedEither() {
    graph.strike(FaultRule.next(FaultEffect.dropBefore()));
    assertThat(busy(() -> mailbox.list(home)).kind()).isEqualTo(Cause.OUTCOME_UNKNOWN);
    assertThat(graph.simulator.counts().of(RequestKind.LIST_CONTACTS)).isEqualTo(1);
  }

  @Test
  void messagesBearOperationStatusAndCodeAndNoValues() {
    graph.strike(FaultRule.next(answer(400, "ErrorInvalidProperty")));
    assertThat(catchThrowable(() -> mailbox.create(home, ADA)).getMessage())
        .matches("CREATE_CONTACT 400 ErrorInvalidProperty, request [-0-9a-f]{36}");
    graph.strike(FaultRule.next(FaultEffect.dropAfter()));
    Throwable dropped = catchThrowable(() -> mailbox.create(home, ADA));
    assertThat(dropped).hasNoCause();
    assertThat(dropped.getMessage()).startsWith("CREATE_CONTACT without a readable answer: ");
  }

  @Test
  void aFaxThatCannotBeEmptiedIsBlanked() {
    OutlookId id = mailbox.create(home, ADA).id();
    mailbox.update(id, plain(Field.BUSINESS_FAX, "+31 20 1"));
    graph.simulator.behave(graph.simulator.behaviour().with(Quirk.EMPTY_EXTENDED_VALUE_REFUSED));
    mailbox.update(id, plain(Field.BUSINESS_FAX, ""));
    assertThat(mailbox.read(id).orElseThrow().plainValue(Field.BUSINESS_FAX)).isEmpty();
    assertThat(graph.user().contact(id.value()).orElseThrow().extended("String 0x3A24"))
        .contains(" ");
  }

  private static MailboxBusy busy(ThrowingCallable use) {
    return catchThrowableOfType(MailboxBusy.class, use);
  }

  private static MailboxClosed closed(ThrowingCallable use) {
    return catchThrowableOfType(MailboxClosed.class, use);
  }
}
