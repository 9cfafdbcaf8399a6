package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** RB105: an input that is a name, written as a literal where the grammar wants a name; and a literal behind words such as FROM. */
public final class NameAsLiteral implements RunbookRule {
    private static final Set<InputType> NAMES = Set.of(InputType.TABLE, InputType.ROLE, InputType.SCHEMA);
    private static final Pattern BEFORE_NAME = Pattern.compile(
            "(?is).*\\b(from|join|into|update|table|only|exists|index|on|truncate|schema|role|user|to|by|policy|constraint|column|view|sequence)\\s+(\"?\\w+\"?\\.)?$");
    /** Behind these a literal can be meant: {@code x ON a = ${b}} has more words between. */
    private static final Pattern OFTEN_VALUES = Pattern.compile("(?is).*\\b(to|by|exists|set\\s+\\S+\\s+to)\\s+$");

    @Override
    public RunbookCode code() {
        return RunbookCode.RB105;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            String sql = subject.sql(block);
            for (Placeholder each : Placeholder.in(sql)) {
                String before = sql.substring(Math.max(0, each.from() - 80), each.from());
                boolean isName = subject.runbook()
                        .input(each.name())
                        .filter(input -> NAMES.contains(input.type()))
                        .isPresent();
                boolean isLiteral = each.form().isEmpty() || each.form().equals("literal");
                boolean wantsName = BEFORE_NAME.matcher(before).matches()
                        && (isName || !OFTEN_VALUES.matcher(before).matches());
                if (isLiteral && wantsName) {
                    found.add(new Found(
                            Subject.at(block, sql.substring(each.from(), each.to())),
                            "A name is wanted here, and ${" + each.name() + "} is written as a string literal.",
                            "Write ${" + each.name() + ":table} for schema.table, ${" + each.name()
                                    + ":identifier} for one name."));
                }
            }
        }
        return found;
    }
}
