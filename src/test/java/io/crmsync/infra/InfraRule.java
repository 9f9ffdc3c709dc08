package io.crmsync.infra;

import java.util.List;

/** The rules about the folder infra. */
enum InfraRule implements Rule {
  WELL_FORMED(new WellFormed()),
  DESCRIBED(new EverythingIsDescribed()),
  NAMES(new NamesAreUsedAndKnown()),
  MODULES(new ModulesMatch()),
  DOORS(new DoorsAreClosed()),
  ROLES(new RolesAreNarrow()),
  SECRETS(new NothingIsSecret()),
  CLOUDS(new CloudsAreNotNamed());

  private final Rule rule;

  InfraRule(Rule rule) {
    this.rule = rule;
  }

  @Override
  public List<String> problems(BicepFolder folder) {
    return rule.problems(folder);
  }
}
