package dev.plumbline.drift.velocity;

import java.util.Comparator;
import java.util.List;

/** What one way to recover does about one finding. */
public record RecoveryAnswer(SchemaFinding finding, Outcome outcome, String sentence) {
    public enum Outcome {
        SETS_RIGHT("✓", "sets it right"),
        ON_CONDITION("◐", "only if"),
        UNCERTAIN("?", "not known"),
        DOES_NOT("✕", "does not"),
        LEAVES("–", "leaves it"),
        TAKES_AWAY("−", "takes it away");

        private final String sign;
        private final String shown;

        Outcome(String sign, String shown) {
            this.sign = sign;
            this.shown = shown;
        }

        /** So that no meaning is by colour alone. */
        public String sign() {
            return sign;
        }

        public String shown() {
            return shown;
        }
    }

    /** By cause and name, so that the three ways stand beside each other line for line. */
    static List<SchemaFinding> sorted(List<SchemaFinding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(SchemaFinding::cause).thenComparing(SchemaFinding::name))
                .toList();
    }
}
