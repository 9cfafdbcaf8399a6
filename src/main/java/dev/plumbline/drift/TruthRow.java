package dev.plumbline.drift;

/** One field of the truth triangle: what the spec declares, what the status says, what the catalog holds, and who is wrong. */
public record TruthRow(String field, String spec, String status, String catalog, Verdict verdict, String explanation) {
    public enum Verdict {
        AGREE("agree"),
        STATUS_LIES("status lies"),
        STATUS_STALE("status stale"),
        SPEC_WRONG("spec wrong"),
        CATALOG_WRONG("catalog wrong"),
        UNKNOWN("unknown");

        private final String shown;

        Verdict(String shown) {
            this.shown = shown;
        }

        public String shown() {
            return shown;
        }
    }
}
