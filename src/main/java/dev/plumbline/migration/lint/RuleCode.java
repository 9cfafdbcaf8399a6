package dev.plumbline.migration.lint;

/** The codes of findings: Atlas' own where Atlas has one (its documentation of analyzers), and those that begin with PL, which are ours. */
public enum RuleCode {
    DS101(Analyzer.DESTRUCTIVE, "Schema dropped"),
    DS102(Analyzer.DESTRUCTIVE, "Table dropped"),
    DS103(Analyzer.DESTRUCTIVE, "Column dropped"),
    PG101(Analyzer.CONCURRENT_INDEX, "Index created without CONCURRENTLY"),
    PL101(Analyzer.SYNTAX, "Not understood by PostgreSQL's parser"),
    PL102(Analyzer.SYNTAX, "Only psql understands this"),
    PL103(Analyzer.SYNTAX, "COPY with rows in the file");

    private final Analyzer analyzer;
    private final String title;

    RuleCode(Analyzer analyzer, String title) {
        this.analyzer = analyzer;
        this.title = title;
    }

    public Analyzer analyzer() {
        return analyzer;
    }

    public String title() {
        return title;
    }
}
