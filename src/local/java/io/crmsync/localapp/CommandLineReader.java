package io.crmsync.localapp;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line, and words what is wrong with it. */
final class CommandLineReader {
  private final CommandLineOptions options = new CommandLineOptions();
  private final CommandLine command = new CommandLine(options);
  private final OptionValues values;

  /**
   * Reads it.
   *
   * @param properties have what the arguments do not, see {@link DashD}
   * @throws IllegalArgumentException there is no such option, or one lacks its value
   */
  CommandLineReader(Properties properties, String... arguments) {
    DashD dashD = new DashD(properties);
    values = new OptionValues(dashD);
    try {
      command.setDefaultValueProvider(dashD).parseArgs(arguments);
    } catch (UnmatchedArgumentException e) {
      throw new IllegalArgumentException(unknown(e), e);
    } catch (ParameterException e) {
      throw wrong(e);
    }
  }

  /** What {@code --help} prints, if it was asked for. */
  Optional<String> help() {
    return options.helpIsAsked() ? Optional.of(command.getUsageMessage()) : Optional.empty();
  }

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException an option makes no sense; the message names it
   */
  RunOptions options() {
    return options.checked(values);
  }

  /** Only flags are more than text to picocli: what it cannot read is a flag's value. */
  private IllegalArgumentException wrong(ParameterException e) {
    return e.getArgSpec() instanceof OptionSpec flag && e.getValue() != null
        ? values.wrong(flag.longestName(), e.getValue(), "it must be true or false.")
        : new IllegalArgumentException(e.getMessage(), e);
  }

  /** With what was probably meant. */
  private static String unknown(UnmatchedArgumentException e) {
    List<String> meant = e.getSuggestions();
    return "There is no option "
        + String.join(" ", e.getUnmatched())
        + "."
        + (meant.isEmpty() ? "" : " Did you mean " + String.join(" or ", meant) + "?")
        + " --help lists all of them.";
  }
}
