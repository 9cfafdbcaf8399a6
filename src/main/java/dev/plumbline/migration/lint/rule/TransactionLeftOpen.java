package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.FileSeen;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;
import java.util.Optional;

/** PL401: a file that begins a transaction and does not end it: what it did is rolled back when its connection closes. */
public final class TransactionLeftOpen implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PL401;
    }

    @Override
    public List<Found> look(Seen seen) {
        return List.of();
    }

    @Override
    public List<AtStatement> atEnd(FileSeen file) {
        Optional<Seen> open = Optional.empty();
        for (Seen seen : file.statements()) {
            String kind = seen.tree().text("kind");
            if (seen.is("TransactionStmt") && !kind.contains("SAVEPOINT") && !kind.equals("TRANS_STMT_RELEASE")) {
                boolean begins = kind.equals("TRANS_STMT_BEGIN") || kind.equals("TRANS_STMT_START");
                open = begins ? Optional.of(seen) : Optional.empty();
            }
        }
        return open.stream()
                .map(seen -> new AtStatement(
                        seen,
                        new Found(
                                "BEGIN",
                                "The transaction that begins here is never committed: what follows is rolled back.",
                                "COMMIT at the end, or leave BEGIN out.")))
                .toList();
    }
}
