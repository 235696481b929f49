package dev.cairn.http;

/** A value in the path or the query of a request. */
public record Parameter(Place place, String name, String description, Schema schema) {

  /** Where the value stands; path values are always required, query values never. */
  public enum Place {
    PATH("path"),
    QUERY("query");

    private final String openApiName;

    Place(String openApiName) {
      this.openApiName = openApiName;
    }

    String openApiName() {
      return openApiName;
    }
  }

  public static Parameter path(String name, String description, Schema schema) {
    return new Parameter(Place.PATH, name, description, schema);
  }

  public static Parameter query(String name, String description, Schema schema) {
    return new Parameter(Place.QUERY, name, description, schema);
  }
}
