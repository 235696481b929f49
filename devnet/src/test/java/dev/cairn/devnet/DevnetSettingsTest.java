package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.devnet.mining.MiningMode;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DevnetSettingsTest {

  @Test
  void development_isTheNetworkThatClientsKnow() {
    DevnetSettings settings = DevnetSettings.development();
    assertThat(settings.version().name()).isEqualTo("development");
    assertThat(settings.version().code()).isEqualTo(2);
    assertThat(settings.version().latestGraph()).isEqualTo(ChainGraph.TWENTY);
    assertThat(settings.version().proofOfWork()).isFalse();
  }

  @Test
  void delay_isThatOfTheMining() {
    Duration period = Duration.ofSeconds(2);
    DevnetSettings settings =
        DevnetSettings.development().withMining(new MiningMode.Periodic(period));
    assertThat(settings.version().blockDelay()).isEqualTo(period);
  }

  @Test
  void name_thatCannotBePartOfAPathIsRefused() {
    assertThatThrownBy(() -> DevnetSettings.development().withNetwork("a/b", 7))
        .hasMessageStartingWith("A network's name is part of paths");
  }

  @Test
  void address_thatIsTakenIsNamed() {
    DevnetSettings settings = DevnetSettings.development().withAddress("127.0.0.1", 0);
    try (Devnet first = Devnet.start(settings, Clock.systemUTC(), StubContracts::new)) {
      DevnetSettings taken = settings.withAddress("127.0.0.1", first.port());
      assertThatThrownBy(() -> Devnet.start(taken, Clock.systemUTC(), StubContracts::new))
          .hasMessage("Nobody can listen on 127.0.0.1:" + first.port() + ".");
    }
  }
}
