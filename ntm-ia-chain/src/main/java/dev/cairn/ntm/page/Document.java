package dev.cairn.ntm.page;

import java.util.function.Consumer;

/** The frame of each page. */
final class Document {

  private Document() {}

  static String of(String title, Consumer<Html> content) {
    Html html = new Html().raw("<!DOCTYPE html>\n");
    html.open("html", "lang", "en").open("head");
    html.single("meta", "charset", "utf-8");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.single("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title);
    html.open("style").raw(Stylesheet.TEXT).close();
    html.close().line();
    html.open("body");
    content.accept(html);
    return html.close().close().line().toString();
  }
}
