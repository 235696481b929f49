package dev.cairn.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The earthquakes of one week, from the US Geological Survey (public domain): GeoJSON, one feature
 * per earthquake, each reported by a seismic network.
 */
final class SeismicSample {
  private static final String RESOURCE = "usgs-earthquakes-2018-02.json";

  /**
   * One earthquake.
   *
   * @param network code of the reporting network, such as {@code ci} for Southern California
   * @param id unique in the feed; the network's code and its own event code
   * @param millis when the earth shook, milliseconds since 1970
   * @param json the GeoJSON feature as compact JSON
   */
  record Earthquake(String network, String id, long millis, String json) {}

  private SeismicSample() {}

  /** All earthquakes, oldest first. */
  static List<Earthquake> load() {
    try (InputStream in = SeismicSample.class.getResourceAsStream(RESOURCE)) {
      List<Earthquake> earthquakes = new ArrayList<>();
      for (JsonNode feature : new ObjectMapper().readTree(in).path("features")) {
        earthquakes.add(earthquake(feature));
      }
      earthquakes.sort(Comparator.comparingLong(Earthquake::millis));
      return earthquakes;
    } catch (IOException broken) {
      throw new UncheckedIOException("The sample " + RESOURCE + " cannot be read.", broken);
    }
  }

  private static Earthquake earthquake(JsonNode feature) {
    JsonNode properties = feature.path("properties");
    return new Earthquake(
        properties.path("net").asText(),
        feature.path("id").asText(),
        properties.path("time").asLong(),
        feature.toString());
  }
}
