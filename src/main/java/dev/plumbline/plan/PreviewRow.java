package dev.plumbline.plan;

import java.util.Set;

/**
 * One row of the panes Now and After. {@code now} and {@code after} are empty where the line is absent on that side; {@code steps} are the ids of
 * the steps that speak of the line. A line that exists only while the plan runs has its text in {@code meanwhile}.
 */
public record PreviewRow(String key, String now, String after, String meanwhile, Sign sign, Set<String> steps) {
    public PreviewRow {
        steps = Set.copyOf(steps);
    }

    public enum Sign {
        SAME(" "),
        ADDED("+"),
        REMOVED("-"),
        CHANGED("±"),
        MEANWHILE("~");

        private final String shown;

        Sign(String shown) {
            this.shown = shown;
        }

        public String shown() {
            return shown;
        }
    }
}
