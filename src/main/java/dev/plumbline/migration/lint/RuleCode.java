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
    PL105(Analyzer.SYNTAX, "Column named twice"),
    PL106(Analyzer.ROBUST, "Name longer than 63 bytes", Severity.WARNING),
    PL107(Analyzer.ROBUST, "Block of code that is not judged", Severity.ADVICE),
    PL201(Analyzer.BLOCKING, "Strong lock without a lock_timeout"),
    PL202(Analyzer.BLOCKING, "Strong lock without a statement_timeout", Severity.ADVICE),
    PL203(Analyzer.BLOCKING, "More work while ACCESS EXCLUSIVE is held", Severity.ADVICE),
    PL204(Analyzer.BLOCKING, "Several ALTER TABLE that could be one", Severity.ADVICE),
    PL205(Analyzer.BLOCKING, "Table written anew while another is locked"),
    PL206(Analyzer.CONCURRENT_INDEX, "REINDEX without CONCURRENTLY"),
    PL207(Analyzer.BLOCKING, "DETACH PARTITION without CONCURRENTLY"),
    PL208(Analyzer.BLOCKING, "VACUUM FULL or CLUSTER"),
    PL209(Analyzer.BLOCKING, "Constraint validated in the transaction that added it"),
    PL210(Analyzer.BLOCKING, "REFRESH MATERIALIZED VIEW without CONCURRENTLY"),
    PL211(Analyzer.ROBUST, "Foreign key without an index", Severity.ADVICE),
    PL212(Analyzer.BLOCKING, "Constraint of a domain"),
    PL213(Analyzer.TYPES, "Domain made with a constraint", Severity.ADVICE),
    PL214(Analyzer.BLOCKING, "lock_timeout or statement_timeout set by the file", Severity.ADVICE, true),
    PL301(Analyzer.DESTRUCTIVE, "TRUNCATE CASCADE"),
    PL302(Analyzer.DESTRUCTIVE, "TRUNCATE", Severity.WARNING),
    PL303(Analyzer.DESTRUCTIVE, "Database dropped"),
    PL304(Analyzer.DESTRUCTIVE, "DROP … CASCADE", Severity.WARNING),
    PL305(Analyzer.DATA_DEPENDENT, "UPDATE or DELETE of all rows"),
    PL306(Analyzer.INCOMPATIBLE, "NOT NULL dropped", Severity.ADVICE),
    PL307(Analyzer.INCOMPATIBLE, "View, function, type, sequence or extension dropped"),
    PL308(Analyzer.ROBUST, "Enum value without a place", Severity.ADVICE),
    PL401(Analyzer.TRANSACTION, "Transaction left open"),
    PL402(Analyzer.TRANSACTION, "BEGIN in a transaction, or COMMIT without one"),
    PL501(Analyzer.ROBUST, "Cannot be run again", Severity.ADVICE),
    PL502(Analyzer.ROBUST, "Table named without its schema", Severity.ADVICE, true),
    PL601(Analyzer.TYPES, "char(n)", Severity.ADVICE),
    PL602(Analyzer.TYPES, "varchar(n)", Severity.ADVICE),
    PL603(Analyzer.TYPES, "timestamp without time zone", Severity.ADVICE),
    PL604(Analyzer.TYPES, "32-bit integer", Severity.ADVICE),
    PL605(Analyzer.TYPES, "16-bit integer", Severity.ADVICE),
    PL606(Analyzer.TYPES, "serial rather than identity", Severity.ADVICE),
    PL607(Analyzer.TYPES, "json rather than jsonb", Severity.ADVICE),
    PL608(Analyzer.TYPES, "Enum type", Severity.ADVICE),
    PL701(Analyzer.ACCESS, "GRANT to PUBLIC"),
    PL702(Analyzer.ACCESS, "GRANT ALL", Severity.ADVICE),
    PL703(Analyzer.ACCESS, "Owner changed"),
    PL704(Analyzer.ACCESS, "Policy dropped or row security switched off"),
    PL705(Analyzer.ACCESS, "SECURITY DEFINER without a search_path"),
    PL706(Analyzer.ACCESS, "Default privileges changed", Severity.ADVICE),
    PL707(Analyzer.ACCESS, "Password in clear text", Severity.ERROR),
    PL708(Analyzer.ACCESS, "Role with power over everything"),
    PL801(Analyzer.NON_LINEAR, "File added behind a newer one"),
    PL901(Analyzer.LIVE, "Blocking index on a large table"),
    PL902(Analyzer.LIVE, "Blocking index on a heavily written table"),
    PL903(Analyzer.LIVE, "Column added to a large table"),
    PL904(Analyzer.LIVE, "Column added to a heavily written table"),
    PL905(Analyzer.LIVE, "Constraint added on a large table"),
    PL906(Analyzer.LIVE, "Constraint added on a heavily written table"),
    PL907(Analyzer.LIVE, "Old transaction in the way of a strong lock"),
    PL911(Analyzer.DATA, "Unique where values are there more than once"),
    PL912(Analyzer.DATA, "NOT NULL where rows have no value"),
    PL913(Analyzer.DATA, "Column NOT NULL without a default where rows are"),
    PL914(Analyzer.DATA, "Constraint that rows break"),
    PL915(Analyzer.DATA, "Type or value that rows do not fit");

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
