package dev.plumbline.runbook.lint;

/** The stable codes of what an author of a runbook overlooks. Codes that begin with RB- are the reader's faults. */
public enum RunbookCode {
    RB101(Severity.ERROR, "Variable used before it is set"),
    RB102(Severity.ERROR, "Variable that nothing sets"),
    RB103(Severity.ADVICE, "Variable set and never used"),
    RB104(Severity.ERROR, "Unknown form of a placeholder"),
    RB105(Severity.ERROR, "Name written as a literal"),
    RB106(Severity.ERROR, "Placeholder inside quotes"),
    RB107(Severity.WARNING, "SQL that PostgreSQL's parser does not understand"),
    RB201(Severity.ERROR, "Workload deleted and then restarted"),
    RB202(Severity.ERROR, "An operator's workload deleted"),
    RB203(Severity.WARNING, "Restart without a wait"),
    RB204(Severity.ERROR, "Annotation that nobody reads"),
    RB205(Severity.WARNING, "Annotation that alone repairs nothing"),
    RB206(Severity.ERROR, "Kind that is not known"),
    RB207(Severity.ERROR, "Field that the kind does not have"),
    RB301(Severity.ERROR, "A check that changes something"),
    RB302(Severity.ERROR, "A reading block that changes something"),
    RB303(Severity.ERROR, "Row security judged by a login it may not hold for"),
    RB304(Severity.WARNING, "current_setting fails where the setting is not set"),
    RB401(Severity.ERROR, "Rows lost before a verified dump"),
    RB402(Severity.ERROR, "Destructive step without an approval before it"),
    RB403(Severity.WARNING, "Change before anything was read"),
    RB404(Severity.WARNING, "Change that nothing verifies"),
    RB405(Severity.ERROR, "Deleted resource whose table stays"),
    RB501(Severity.ERROR, "Wait for something that nothing sets"),
    RB502(Severity.ERROR, "Wait for pods where a table is meant"),
    RB503(Severity.ADVICE, "Wait without a timeout"),
    RB601(Severity.WARNING, "Strong lock or long scan without a timeout"),
    RB602(Severity.WARNING, "CREATE INDEX without CONCURRENTLY"),
    RB603(Severity.WARNING, "Type that the operator would not make"),
    RB701(Severity.ERROR, "Secret written in the document"),
    RB702(Severity.WARNING, "Rows left in a temporary directory");

    private final Severity severity;
    private final String what;

    RunbookCode(Severity severity, String what) {
        this.severity = severity;
        this.what = what;
    }

    public Severity severity() {
        return severity;
    }

    /** In a few words. */
    public String what() {
        return what;
    }
}
