package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpBool;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for programs. */
public final class ReportJson {

  private static final String CHAIN_TYPE = "ntm-ia-token";

  private ReportJson() {}

  /** The JSON text in ASCII, indented, without a final newline. */
  public static byte[] write(VerificationReport report) {
    try {
      return PhpEncoder.file(json(report));
    } catch (PhpJsonException e) {
      throw new IllegalStateException("A report holds only ASCII and whole numbers.", e);
    }
  }

  private static PhpValue json(VerificationReport report) {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put("chain_type", new PhpText(CHAIN_TYPE));
    members.put("status", new PhpText(report.status().name().toLowerCase(Locale.ROOT)));
    members.put("valid", new PhpBool(report.isValid()));
    members.put("checked_at", new PhpText(report.checkedAt().toString()));
    members.put("blocks", new PhpInteger(report.blocks()));
    members.put("head_index", new PhpInteger(report.headIndex()));
    members.put("head_hash", new PhpText(report.headHash().hex()));
    members.put(
        "last_hash",
        report.lastHash().map(BlockHash::hex).<PhpValue>map(PhpText::new).orElse(PhpNull.NULL));
    members.put("checks", checks(report));
    members.put("failures", new PhpList(failures(report)));
    members.put("warnings", new PhpList(warnings(report)));
    members.put("fingerprint_forms", new PhpList(forms(report)));
    return new PhpMap(members);
  }

  private static PhpValue checks(VerificationReport report) {
    Map<String, PhpValue> groups = new LinkedHashMap<>();
    report
        .failureCounts()
        .forEach(
            (group, count) -> {
              Map<String, PhpValue> row = new LinkedHashMap<>();
              row.put("ok", new PhpBool(count == 0));
              row.put("failures", new PhpInteger(count));
              groups.put(group.key(), new PhpMap(row));
            });
    return new PhpMap(groups);
  }

  private static List<PhpValue> failures(VerificationReport report) {
    List<PhpValue> items = new ArrayList<>();
    for (Failure failure : report.failures()) {
      Map<String, PhpValue> item = new LinkedHashMap<>();
      item.put(
          "block",
          failure
              .block()
              .<PhpValue>map(index -> new PhpInteger(index.value()))
              .orElse(PhpNull.NULL));
      item.put("check", new PhpText(failure.check().name()));
      item.put("detail", new PhpText(failure.detail()));
      items.add(new PhpMap(item));
    }
    return items;
  }

  private static List<PhpValue> warnings(VerificationReport report) {
    List<PhpValue> items = new ArrayList<>();
    for (Warning warning : report.warnings()) {
      Map<String, PhpValue> item = new LinkedHashMap<>();
      item.put("check", new PhpText(warning.kind().name()));
      item.put("detail", new PhpText(warning.detail()));
      items.add(new PhpMap(item));
    }
    return items;
  }

  private static List<PhpValue> forms(VerificationReport report) {
    return report.fingerprintForms().stream()
        .<PhpValue>map(form -> new PhpText(form.label()))
        .toList();
  }
}
