package dev.cairn.evidence.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.MalformedException;
import dev.cairn.evidence.sample.EvidenceSample;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustFileTest {
  private static final TrustFile SAMPLE = EvidenceSample.of(1).trust();

  @Test
  void json_roundTrips() {
    assertThat(parse(SAMPLE.toJson())).isEqualTo(SAMPLE);
    TrustFile open = new TrustFile(SAMPLE.networks(), SAMPLE.gatewayKeys(), Optional.empty());
    assertThat(parse(open.toJson())).isEqualTo(open);
    assertThat(open.toJson()).doesNotContain("signers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"trust\" : 1                    | \"trust\" : 2",
        "\"trust\" : 1                    | \"trust\" : 1, \"trust\" : 1",
        "\"trust\" : 1                    | \"trust\" : 1, \"more\" : 1",
        "\"proofOfWork\" : \"required\"   | \"proofOfWork\" : \"maybe\"",
        "\"proofOfWork\" : \"required\"   | \"proofOfWork\" : true",
        "\"confirmations\" : 3            | \"confirmations\" : -1",
        "\"confirmations\" : 3            | \"confirmations\" : 64",
        "\"confirmations\" : 3            | \"confirmations\" : 3.0",
        "\"confirmations\" : 3,           | ''",
        "\"versionCode\" : 3233           | \"versionCode\" : \"3233\"",
        "\"chainId\" : 7                  | \"chainId\" : -7",
        "\"chainId\" : 7                  | \"chainId\" : 7, \"orphan\" : true",
        "\"did:key:z6Mkm                  | \"did:key:f6Mkm",
        "\"signers\" : [                  | \"signers\" : [ \"\",",
        "\"signers\" : [                  | \"signers\" : [ 1,"
      })
  void brokenFile_isRefused(String good, String bad) {
    String json = SAMPLE.toJson();
    assertThat(json).contains(good.strip());
    String broken = json.replace(good.strip(), bad.strip());
    assertThatThrownBy(() -> parse(broken)).isInstanceOf(MalformedException.class);
  }

  /** Null must not switch a check off. */
  @Test
  void nullInPlaceOfAList_isRefused() {
    TrustFile open = new TrustFile(SAMPLE.networks(), SAMPLE.gatewayKeys(), Optional.empty());
    String json = open.toJson().replace("\"trust\" : 1", "\"trust\" : 1, \"signers\" : null");
    assertThatThrownBy(() -> parse(json)).isInstanceOf(MalformedException.class);
  }

  @Test
  void noJson_isRefused() {
    for (String text : new String[] {"", "[]", "{}", "null", "{\"trust\":1}"}) {
      assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedException.class);
    }
  }

  private static TrustFile parse(String json) {
    return TrustFile.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
