package io.crmsync.localapp;

import io.crmsync.adapters.storage.TableDueStore;
import io.crmsync.adapters.storage.TablePairStore;
import io.crmsync.adapters.storage.TableRunStore;
import io.crmsync.adapters.storage.TableSyncListStore;
import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.version.Versioned;
import java.util.Optional;

/** One night after the other, each checked. */
final class Nights {
  private final Landscape landscape;
  private final ProgressView view;
  private final RunOptions options;

  Nights(Landscape landscape, ProgressView view, RunOptions options) {
    this.landscape = landscape;
    this.view = view;
    this.options = options;
  }

  /** What the rules want of the CRM's records now. */
  Entitled entitled(CrmNow crm) {
    FunctionsState state = landscape.functions().state();
    Optional<GroupId> pilot =
        Optional.of(state.pilot()).filter(id -> !id.isEmpty()).map(GroupId::new);
    return Entitled.of(
        crm,
        new TableSyncListStore(landscape.storage()),
        new AudiencePolicy(pilot, state.keepInactive()));
  }

  /**
   * Fires NightlySync, waits for its end, and compares.
   *
   * @param kills whether the functions' process is killed on the way, as the options say
   */
  NightReport next(String title, boolean kills) {
    CrmNow crm = landscape.source().now();
    Entitled entitled = entitled(crm);
    PairStates before = pairs(crm);
    RunOptions asked = kills ? options : options.withoutKills();
    Night.Watched watched =
        new Night(landscape, view)
            .run(crm.records(), new Kills(landscape, asked, entitled.wanted().size()));
    PairStates after = pairs(crm);
    Copies copies = Copies.read(landscape.graph());
    Convergence check =
        Convergence.check(crm, entitled, after, copies, new TableDueStore(landscape.storage()));
    Run run = latestRun();
    check.checkRun(run, watched);
    return new NightReport(
        title, run, watched, after.outcomesSince(before), crm, entitled, copies.total(), check);
  }

  /** Asks for a dry run, waits for its end, and reads its report. */
  DryRunReport dryRun() {
    CrmNow crm = landscape.source().now();
    Kills none = new Kills(landscape, options.withoutKills(), 0);
    Night.Watched watched =
        new Night(landscape, view)
            .run(
                crm.records(),
                none,
                () -> AdminApi.of(landscape).post("runs", "{\"mode\":\"dryRun\"}"));
    return DryRunReport.of(latestRun(), watched, AdminApi.of(landscape));
  }

  private PairStates pairs(CrmNow crm) {
    return PairStates.read(
        new TablePairStore(landscape.storage()), crm.directory().users().keySet());
  }

  private Run latestRun() {
    return new TableRunStore(landscape.storage())
        .latest()
        .map(Versioned::value)
        .orElseThrow(() -> new IllegalStateException("NightlySync started no run"));
  }
}
