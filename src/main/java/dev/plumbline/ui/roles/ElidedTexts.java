package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.GraphLayout;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Texts cut to the width of a box, names in their middle, measured once. */
final class ElidedTexts {
    private static final double ROOM = GraphLayout.BOX_WIDTH - 22;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> details = new HashMap<>();
    private final Map<String, Double> widths = new HashMap<>();
    private final Text measure = new Text();

    String name(String text) {
        return names.computeIfAbsent(text, all -> cut(all, Font.font("Inter", FontWeight.BOLD, 12), true));
    }

    String detail(String text) {
        return details.computeIfAbsent(text, all -> cut(all, Font.font("Inter", 11), false));
    }

    double width(String text) {
        return widths.computeIfAbsent(text, all -> width(all, Font.font("Inter", 11)));
    }

    private String cut(String text, Font font, boolean middle) {
        if (width(text, font) <= ROOM) {
            return text;
        }
        int points = text.codePointCount(0, text.length());
        int fits = 0;
        int tooMany = points;
        while (tooMany - fits > 1) {
            int keep = (fits + tooMany) / 2;
            if (width(shortened(text, points, keep, middle), font) <= ROOM) {
                fits = keep;
            } else {
                tooMany = keep;
            }
        }
        return shortened(text, points, fits, middle);
    }

    private static String shortened(String text, int points, int keep, boolean middle) {
        int tail = middle ? keep / 2 : 0;
        int head = keep - tail;
        return text.substring(0, text.offsetByCodePoints(0, head))
                + "…"
                + text.substring(text.offsetByCodePoints(0, points - tail));
    }

    private double width(String text, Font font) {
        measure.setFont(font);
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }
}
