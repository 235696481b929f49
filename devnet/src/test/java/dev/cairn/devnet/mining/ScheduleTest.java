package dev.cairn.devnet.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Duration NONE = Duration.ZERO;
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  @Test
  void onDemand_settlesAfterATransactionAndThenBeatsSlowly() {
    Schedule schedule = new Schedule(new MiningMode.OnDemand(2, HEARTBEAT));
    schedule.mined(false);
    assertThat(schedule.pause(false, NONE)).contains(HEARTBEAT);
    assertThat(schedule.pause(true, NONE)).contains(Duration.ZERO);
    schedule.mined(true);
    assertThat(schedule.pause(false, NONE)).contains(Duration.ZERO);
    schedule.mined(false);
    assertThat(schedule.pause(false, NONE)).contains(Duration.ZERO);
    schedule.mined(false);
    assertThat(schedule.pause(false, Duration.ofSeconds(10))).contains(Duration.ofSeconds(20));
    assertThat(schedule.pause(false, Duration.ofSeconds(31))).contains(Duration.ZERO);
  }

  @Test
  void periodic_doesNotHurry() {
    Schedule schedule = new Schedule(new MiningMode.Periodic(Duration.ofSeconds(2)));
    schedule.mined(true);
    assertThat(schedule.pause(true, NONE)).contains(Duration.ofSeconds(2));
    assertThat(schedule.pause(true, Duration.ofSeconds(2))).contains(Duration.ZERO);
  }
}
