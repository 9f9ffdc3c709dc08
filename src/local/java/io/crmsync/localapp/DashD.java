package io.crmsync.localapp;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options as {@code mvn -Plocal} is given them: {@code -Dcrm.data=DIR} is {@code --crm-data=DIR}
 * where the command line has none of its own. A blank one is as good as absent, but {@code -Donce}
 * is yes.
 */
final class DashD implements IDefaultValueProvider {
  private final Properties properties;

  DashD(Properties properties) {
    this.properties = properties;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp()) {
      return null;
    }
    String value = properties.getProperty(name(option.longestName()));
    if (value == null || !value.isBlank()) {
      return value == null ? null : value.strip();
    }
    return option.type() == boolean.class ? "true" : null;
  }

  /** The option's name as the user wrote it: that way if it is there with this very value. */
  String spelled(String option, String value) {
    String given = properties.getProperty(name(option));
    return given != null && given.strip().equals(value.strip()) ? "-D" + name(option) : option;
  }

  private static String name(String option) {
    return option.substring("--".length()).replace('-', '.');
  }
}
