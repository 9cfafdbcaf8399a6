package dev.plumbline.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A page of Markdown as our own pages are written: headings, paragraphs, bullets, indented code, {@code `code`} and {@code **bold**}. */
public final class MarkdownView extends VBox {
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");
    private final List<String> open = new ArrayList<>();
    private Kind kind = Kind.PARAGRAPH;

    private enum Kind {
        PARAGRAPH,
        BULLET,
        CODE
    }

    public MarkdownView(String page) {
        getStyleClass().add("markdown");
        page.lines().forEach(this::take);
        close();
    }

    private void take(String line) {
        if (line.isBlank()) {
            if (kind != Kind.CODE) {
                close();
            }
        } else if (line.startsWith("#")) {
            close();
            Label heading = new Label(line.replaceFirst("#+\\s*", ""));
            heading.getStyleClass().add("heading");
            heading.setWrapText(true);
            getChildren().add(heading);
        } else if (line.startsWith("    ")) {
            continueAs(Kind.CODE, line.substring(4));
        } else if (line.startsWith("- ")) {
            close();
            continueAs(Kind.BULLET, line.substring(2));
        } else {
            continueAs(kind == Kind.BULLET ? Kind.BULLET : Kind.PARAGRAPH, line.strip());
        }
    }

    private void continueAs(Kind next, String words) {
        if (kind != next) {
            close();
        }
        kind = next;
        open.add(words);
    }

    private void close() {
        if (!open.isEmpty()) {
            getChildren().add(block());
            open.clear();
        }
        kind = Kind.PARAGRAPH;
    }

    private Node block() {
        if (kind == Kind.CODE) {
            Label code = new Label(String.join("\n", open));
            code.setWrapText(true);
            code.getStyleClass().addAll("mono", "code");
            return code;
        }
        TextFlow flow = new TextFlow();
        addInline(flow, (kind == Kind.BULLET ? "•  " : "") + String.join(" ", open));
        return flow;
    }

    private static void addInline(TextFlow flow, String words) {
        Matcher mark = INLINE.matcher(words);
        int at = 0;
        while (mark.find()) {
            add(flow, words.substring(at, mark.start()), "plain");
            boolean code = mark.group(1) != null;
            add(flow, mark.group(code ? 1 : 2), code ? "mono" : "heading");
            at = mark.end();
        }
        add(flow, words.substring(at), "plain");
    }

    private static void add(TextFlow flow, String words, String style) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().addAll("run", style);
            flow.getChildren().add(text);
        }
    }
}
