package io.crmsync.infra;

import java.util.List;

/** The rules about the folder infra. */
enum InfraRule implements Rule {
  WELL_FORMED,
  DESCRIBED,
  NAMES,
  MODULES,
  DOORS,
  ROLES,
  SECRETS,
  CLOUDS,
  REGISTRATION,
  WATCH;

  @Override
  public List<String> problems(BicepFolder folder) {
    return rule().problems(folder);
  }

  private Rule rule() {
    return switch (this) {
      case WELL_FORMED -> new WellFormed();
      case DESCRIBED -> new EverythingIsDescribed();
      case NAMES -> new NamesAreUsedAndKnown();
      case MODULES -> new ModulesMatch();
      case DOORS -> new DoorsAreClosed();
      case ROLES -> new RolesAreNarrow();
      case SECRETS -> new NothingIsSecret();
      case CLOUDS -> new CloudsAreNotNamed();
      case REGISTRATION -> new RegistrationIsNarrow();
      case WATCH -> new NothingIsMissed();
    };
  }
}
