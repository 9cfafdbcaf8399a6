package dev.plumbline.migration.lint;

import java.util.Arrays;
import java.util.Optional;

/** A family of rules, by the name that a {@code lint} block of {@code .atlas.hcl} and {@code atlas:nolint} know; the last ones are our own. */
public enum Analyzer {
    DESTRUCTIVE("destructive", Severity.ERROR),
    DATA_DEPENDENT("data_depend", Severity.WARNING),
    INCOMPATIBLE("incompatible", Severity.WARNING),
    CONSTRAINT_DROP("condrop", Severity.WARNING),
    NAMING("naming", Severity.WARNING),
    CONCURRENT_INDEX("concurrent_index", Severity.WARNING),
    BLOCKING("blocking", Severity.WARNING),
    TRANSACTION("nestedtx", Severity.WARNING),
    SQL_INJECTION("sqlinjection", Severity.WARNING),
    NON_LINEAR("non_linear", Severity.WARNING),
    SYNTAX("syntax", Severity.ERROR),
    ACCESS("access", Severity.WARNING),
    ROBUST("robust", Severity.ADVICE),
    TYPES("types", Severity.ADVICE),
    /** What goes on in the database now. */
    LIVE("live", Severity.WARNING, Evidence.LIVE),
    /** What its rows are. */
    DATA("data", Severity.ERROR, Evidence.DATA);

    private final String word;
    private final Severity severity;
    private final Evidence evidence;

    Analyzer(String word, Severity severity) {
        this(word, severity, Evidence.PARSED);
    }

    Analyzer(String word, Severity severity, Evidence evidence) {
        this.word = word;
        this.severity = severity;
        this.evidence = evidence;
    }

    public String word() {
        return word;
    }

    /** Where nothing else is configured. */
    public Severity severity() {
        return severity;
    }

    /** What its rules rest on. */
    public Evidence evidence() {
        return evidence;
    }

    public static Optional<Analyzer> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
