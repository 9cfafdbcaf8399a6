package dev.plumbline.migration.lint;

import java.util.Arrays;
import java.util.Optional;

/** The codes of findings: Atlas' own where Atlas has one (its documentation of analyzers), and those that begin with PL, which are ours. */
public enum RuleCode {
    BC101(Analyzer.INCOMPATIBLE, "Table or view renamed"),
    BC102(Analyzer.INCOMPATIBLE, "Column, attribute or enum value renamed"),
    CD101(Analyzer.CONSTRAINT_DROP, "Foreign key dropped"),
    DS101(Analyzer.DESTRUCTIVE, "Schema dropped"),
    DS102(Analyzer.DESTRUCTIVE, "Table dropped"),
    DS103(Analyzer.DESTRUCTIVE, "Column dropped"),
    MF101(Analyzer.DATA_DEPENDENT, "Unique index or constraint on columns that hold rows"),
    MF103(Analyzer.DATA_DEPENDENT, "Column added NOT NULL without a default"),
    MF104(Analyzer.DATA_DEPENDENT, "Column made NOT NULL"),
    NM101(Analyzer.NAMING, "Name of a schema"),
    NM102(Analyzer.NAMING, "Name of a table"),
    NM103(Analyzer.NAMING, "Name of a column"),
    NM104(Analyzer.NAMING, "Name of an index"),
    NM105(Analyzer.NAMING, "Name of a foreign key"),
    NM106(Analyzer.NAMING, "Name of a check"),
    PG101(Analyzer.CONCURRENT_INDEX, "Index created without CONCURRENTLY"),
    PG102(Analyzer.CONCURRENT_INDEX, "Index dropped without CONCURRENTLY"),
    PG103(Analyzer.CONCURRENT_INDEX, "CONCURRENTLY inside a transaction"),
    PG104(Analyzer.CONCURRENT_INDEX, "PRIMARY KEY added without an index that is there"),
    PG105(Analyzer.CONCURRENT_INDEX, "UNIQUE added without an index that is there"),
    PG108(Analyzer.CONCURRENT_INDEX, "Index on a partitioned table"),
    PG109(Analyzer.CONCURRENT_INDEX, "EXCLUDE constraint added"),
    PG110(Analyzer.TYPES, "Columns in an order that wastes space"),
    PG301(Analyzer.BLOCKING, "Type of a column changed"),
    PG302(Analyzer.BLOCKING, "Column added with a default that is volatile"),
    PG303(Analyzer.BLOCKING, "SET NOT NULL reads the whole table"),
    PG304(Analyzer.BLOCKING, "PRIMARY KEY over columns that may be null"),
    PG305(Analyzer.BLOCKING, "CHECK added without NOT VALID"),
    PG306(Analyzer.BLOCKING, "FOREIGN KEY added without NOT VALID"),
    PG307(Analyzer.BLOCKING, "SET LOGGED or SET UNLOGGED"),
    PG308(Analyzer.BLOCKING, "Trigger on a table that was there"),
    PG309(Analyzer.BLOCKING, "Generated column added"),
    PG310(Analyzer.BLOCKING, "Identity column added"),
    PG311(Analyzer.BLOCKING, "Access method changed"),
    PG312(Analyzer.BLOCKING, "Primary key dropped and made anew"),
    PG314(Analyzer.BLOCKING, "REPLICA IDENTITY changed"),
    PG320(Analyzer.BLOCKING, "Autovacuum switched off"),
    SA101(Analyzer.SQL_INJECTION, "SQL put together from text"),
    TX101(Analyzer.TRANSACTION, "Statement that cannot run in a transaction"),
    TX201(Analyzer.TRANSACTION, "BEGIN or COMMIT in a file that is wrapped"),
    PL101(Analyzer.SYNTAX, "Not understood by PostgreSQL's parser"),
    PL102(Analyzer.SYNTAX, "Only psql understands this"),
    PL103(Analyzer.SYNTAX, "COPY with rows in the file"),
    PL104(Analyzer.SYNTAX, "A rule kept quiet without a reason", Severity.ADVICE),
    PL801(Analyzer.NON_LINEAR, "File added behind a newer one");

    private final Analyzer analyzer;
    private final String title;
    private final Severity severity;
    private final boolean askedFor;

    RuleCode(Analyzer analyzer, String title) {
        this(analyzer, title, analyzer.severity(), false);
    }

    RuleCode(Analyzer analyzer, String title, Severity severity) {
        this(analyzer, title, severity, false);
    }

    RuleCode(Analyzer analyzer, String title, Severity severity, boolean askedFor) {
        this.analyzer = analyzer;
        this.title = title;
        this.severity = severity;
        this.askedFor = askedFor;
    }

    public Analyzer analyzer() {
        return analyzer;
    }

    public String title() {
        return title;
    }

    /** Where nothing else is configured. */
    public Severity severity() {
        return severity;
    }

    /** Whether it is quiet until a {@code check} block of the configuration names it. */
    public boolean isOnlyOnRequest() {
        return askedFor;
    }

    public static Optional<RuleCode> named(String code) {
        return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
    }
}
