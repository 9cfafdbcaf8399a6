package dev.plumbline.migration.lint;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of our codes says what a rule of squawk or eugene says. What is not here is not claimed, and has its reason. */
final class OracleRules {
    static final Map<String, Set<RuleCode>> SQUAWK = Map.ofEntries(
            entry("adding-field-with-default", Set.of(RuleCode.PG302, RuleCode.PG309, RuleCode.PG310)),
            entry("adding-foreign-key-constraint", Set.of(RuleCode.PG306)),
            entry("adding-not-nullable-field", Set.of(RuleCode.PG303)),
            entry("adding-required-field", Set.of(RuleCode.MF103)),
            entry("adding-serial-primary-key-field", Set.of(RuleCode.PG104)),
            entry("ban-alter-domain-with-add-constraint", Set.of(RuleCode.PL212)),
            entry("ban-char-field", Set.of(RuleCode.PL601)),
            entry("ban-concurrent-index-creation-in-transaction", Set.of(RuleCode.PG103)),
            entry("ban-create-domain-with-constraint", Set.of(RuleCode.PL213)),
            entry("ban-drop-column", Set.of(RuleCode.DS103)),
            entry("ban-drop-database", Set.of(RuleCode.PL303)),
            entry("ban-drop-not-null", Set.of(RuleCode.PL306)),
            entry("ban-drop-table", Set.of(RuleCode.DS102)),
            entry("ban-duplicate-column-assignments", Set.of(RuleCode.PL105)),
            entry("ban-truncate-cascade", Set.of(RuleCode.PL301)),
            entry("ban-uncommitted-transaction", Set.of(RuleCode.PL401)),
            entry("changing-column-type", Set.of(RuleCode.PG301)),
            entry("constraint-missing-not-valid", Set.of(RuleCode.PG305, RuleCode.PG306, RuleCode.PL209)),
            entry("disallowed-unique-constraint", Set.of(RuleCode.PG105)),
            entry("identifier-too-long", Set.of(RuleCode.PL106)),
            entry("prefer-bigint-over-int", Set.of(RuleCode.PL604)),
            entry("prefer-bigint-over-smallint", Set.of(RuleCode.PL605)),
            entry("prefer-identity", Set.of(RuleCode.PL606)),
            entry("prefer-robust-stmts", Set.of(RuleCode.PL501)),
            entry("prefer-text-field", Set.of(RuleCode.PL602)),
            entry("prefer-timestamp-tz", Set.of(RuleCode.PL603)),
            entry("renaming-column", Set.of(RuleCode.BC102)),
            entry("renaming-table", Set.of(RuleCode.BC101)),
            entry("require-concurrent-index-creation", Set.of(RuleCode.PG101)),
            entry("require-concurrent-index-deletion", Set.of(RuleCode.PG102)),
            entry("require-concurrent-partition-detach", Set.of(RuleCode.PL207)),
            entry("require-concurrent-reindex", Set.of(RuleCode.PL206)),
            entry("require-enum-value-ordering", Set.of(RuleCode.PL308)),
            entry("require-lock-timeout", Set.of(RuleCode.PL201)),
            entry("require-statement-timeout", Set.of(RuleCode.PL202)),
            entry("require-table-schema", Set.of(RuleCode.PL502)),
            entry("transaction-nesting", Set.of(RuleCode.TX201, RuleCode.PL402)));

    static final Map<String, String> SQUAWK_NOT_CLAIMED = Map.of(
            "prefer-repack",
            "REPACK (CONCURRENTLY) is of PostgreSQL 19; up to 18, PL208 says what VACUUM FULL and CLUSTER cost");

    static final Map<String, Set<RuleCode>> EUGENE = Map.ofEntries(
            entry("E1", Set.of(RuleCode.PG305, RuleCode.PG306)),
            entry("E2", Set.of(RuleCode.PG303)),
            entry("E3", Set.of(RuleCode.PL607)),
            entry("E4", Set.of(RuleCode.PL203)),
            entry("E5", Set.of(RuleCode.PG301)),
            entry("E6", Set.of(RuleCode.PG101)),
            entry("E7", Set.of(RuleCode.PG105, RuleCode.PG104)),
            entry("E8", Set.of(RuleCode.PG109)),
            entry("E9", Set.of(RuleCode.PL201)),
            entry("E10", Set.of(RuleCode.PL205)),
            entry("E11", Set.of(RuleCode.PG302, RuleCode.PG309)),
            entry("E15", Set.of(RuleCode.PL211)),
            entry("W12", Set.of(RuleCode.PL204)),
            entry("W13", Set.of(RuleCode.PL608)),
            entry("W14", Set.of(RuleCode.PG304)));

    /** Said by a trace only, and by no example that is here. */
    static final List<String> EUGENE_NOT_CLAIMED = List.of();

    private OracleRules() {}
}
