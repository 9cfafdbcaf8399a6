package dev.plumbline.migration.lint;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a project wants of the linter.
 *
 * @param analyzers whether findings of a family are errors; those that are not named keep what they have
 * @param checks likewise for one code, which goes before its family
 * @param skipped codes that say nothing
 * @param asked codes that say something only when they are asked for, and were
 * @param latest how many files, from the last, are judged; 0 for all
 */
public record LintSettings(
        Map<Analyzer, Boolean> analyzers,
        Map<RuleCode, Boolean> checks,
        Set<RuleCode> skipped,
        Set<RuleCode> asked,
        NamingRules naming,
        int latest) {
    public LintSettings {
        analyzers = Map.copyOf(analyzers);
        checks = Map.copyOf(checks);
        skipped = Set.copyOf(skipped);
        asked = Set.copyOf(asked);
    }

    public static LintSettings usual() {
        return new LintSettings(Map.of(), Map.of(), Set.of(), Set.of(), NamingRules.none(), 0);
    }

    /** The same, asking for a code, too; it is quiet where it is skipped. */
    public LintSettings asking(RuleCode code) {
        Set<RuleCode> more = new HashSet<>(asked);
        more.add(code);
        return new LintSettings(analyzers, checks, skipped, more, naming, latest);
    }

    boolean wants(RuleCode code) {
        return !skipped.contains(code) && (!code.isOnlyOnRequest() || asked.contains(code));
    }

    Severity severity(RuleCode code) {
        Boolean error = checks.get(code);
        if (error == null && code.analyzer() != Analyzer.SYNTAX) {
            error = analyzers.get(code.analyzer());
        }
        if (error == null) {
            return code.severity();
        }
        if (error) {
            return Severity.ERROR;
        }
        return code.severity() == Severity.ERROR ? Severity.WARNING : code.severity();
    }
}
