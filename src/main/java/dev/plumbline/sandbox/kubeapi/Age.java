package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How long ago, in the words of {@code kubectl get}: 45s, 3m20s, 17m, 5h, 12d. */
final class Age {
    private Age() {}

    static JsonNode of(JsonNode timestamp) {
        try {
            return TextNode.valueOf(words(Duration.between(Instant.parse(timestamp.asText()), Instant.now())));
        } catch (DateTimeParseException never) {
            return TextNode.valueOf("<unknown>");
        }
    }

    /** The steps are those of {@code duration.HumanDuration} in k8s.io/apimachinery. */
    static String words(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        long minutes = seconds / 60;
        long hours = minutes / 60;
        long days = hours / 24;
        if (seconds < 120) {
            return seconds + "s";
        }
        if (minutes < 10) {
            return minutes + "m" + unlessZero(seconds % 60, "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        if (hours < 8) {
            return hours + "h" + unlessZero(minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        if (days < 8) {
            return days + "d" + unlessZero(hours % 24, "h");
        }
        return days < 730 ? days + "d" : days / 365 + "y" + unlessZero(days % 365, "d");
    }

    private static String unlessZero(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
