package dev.cairn.pact.time;

import java.util.HashMap;
import java.util.Map;

/** The zone abbreviations that {@code %Z} reads, with their offsets from UTC. */
final class TimeZones {
  /** An offset, hours and minutes, and the names that have it. */
  private static final String TABLE =
      """
      -1200 IDLW
      -1100 NT
      -1000 HST CAT AHST
      -0930 MART
      -0900 YST HDT AKST
      -0800 YDT PST AKDT
      -0700 PDT MST
      -0600 MDT CST
      -0500 EST CDT ACT
      -0400 EDT AST ACST
      -0330 NST NFT
      -0300 BRT AWT ADT
      -0230 NDT
      -0200 FNT BRST
      -0100 WAT FNST
      +0000 TAI UT1 ZULU Z WET UTC UT GMT
      +0100 WETDST SWT SET NOR MEZ MEWT MET DNT CET BST
      +0200 SST METDST MEST IST FWT FST EET CEST CETDST BDST
      +0300 HMT EETDST EAT BT
      +0330 IT IRT
      +0400 SCT RET MUT
      +0430 AFT
      +0500 TFT MVT IOT
      +0600 MAWT ALMT
      +0630 MMT
      +0700 WAST CXT ALMST
      +0730 JT
      +0800 WST WADT CCT AWST
      +0830 MT
      +0900 WDT MHT KST JST AWSST
      +0930 SAST CAST
      +1000 LIGT GST EAST AEST
      +1030 SADT CADT ACSST
      +1100 AESST
      +1200 NZT NZST IDLE
      +1300 NZDT
      """;

  /** No abbreviation is longer. */
  static final int MAX_LENGTH = 6;

  private static final Map<String, Integer> MINUTES = minutes();

  private TimeZones() {}

  private static Map<String, Integer> minutes() {
    Map<String, Integer> minutes = new HashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> {
              int hundreds = Integer.parseInt(line.substring(0, 5));
              int offset = hundreds / 100 * 60 + hundreds % 100;
              for (String name : line.substring(6).split(" ", -1)) {
                minutes.put(name, offset);
              }
            });
    return Map.copyOf(minutes);
  }

  /** The length of the longest zone name that {@code text} has at {@code start}; 0 for none. */
  static int lengthAt(String text, int start) {
    for (int length = Math.min(MAX_LENGTH, text.length() - start); length > 0; length--) {
      if (MINUTES.containsKey(text.substring(start, start + length))) {
        return length;
      }
    }
    return 0;
  }

  static int minutesOf(String name) {
    return MINUTES.getOrDefault(name, 0);
  }
}
