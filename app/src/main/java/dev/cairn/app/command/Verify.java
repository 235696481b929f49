package dev.cairn.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.app.exit.Failure;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.evidence.verify.VerificationReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn verify}: checks evidence with no network. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Checks evidence files offline and names each step as passed, failed or not checked.")
public final class Verify implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Evidence; - is standard input.")
  private List<String> files;

  @Option(
      names = "--trust",
      defaultValue = "trust.json",
      paramLabel = "FILE",
      description = "What is trusted (default: ${DEFAULT-VALUE}); `cairn trust` writes one.")
  private String trustFile;

  @Option(names = "--json", description = "One JSON object: all files, all steps.")
  private boolean json;

  @Override
  public Integer call() {
    TrustFile trust = trust();
    EvidenceVerifier verifier = new EvidenceVerifier(SignatureProviders.best());
    ArrayNode reports = JsonNodeFactory.instance.arrayNode();
    boolean allValid = true;
    for (String file : files) {
      VerificationReport report = verifier.verify(CommandFiles.read(file), trust);
      allValid &= report.isValid();
      if (json) {
        reports.addObject().put("file", file).setAll(report.toJson());
      } else {
        print(file, report);
      }
    }
    if (json) {
      ObjectNode all = JsonNodeFactory.instance.objectNode().put("valid", allValid);
      all.set("reports", reports);
      spec.commandLine().getOut().println(all);
    }
    return allValid ? 0 : Failure.DO_NOT;
  }

  private void print(String file, VerificationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(file);
    out.println(report.toText());
  }

  private TrustFile trust() {
    try {
      return TrustFile.parse(CommandFiles.read(trustFile));
    } catch (IllegalArgumentException malformed) {
      throw Failure.doNot(trustFile + " is no trust file: " + malformed.getMessage(), malformed);
    }
  }
}
