package dev.plumbline.ui.findings;

import dev.plumbline.drift.security.SecurityCheck;
import dev.plumbline.drift.security.SecurityChecks;
import dev.plumbline.drift.security.SecurityFinding;
import dev.plumbline.model.Sql;
import dev.plumbline.ui.control.Tone;
import java.util.stream.Collectors;

/** One finding as the table shows it; {@code place} is where it stands among all, the heaviest first. */
public record FindingRow(int place, SecurityFinding finding) {
    public String code() {
        return finding.code();
    }

    /** Its sign and word: {@code ● high}. */
    public String weight() {
        return finding.sign() + " " + finding.weight();
    }

    public Tone tone() {
        if (!finding.isFound()) {
            return Tone.NEUTRAL;
        }
        return switch (finding.severity()) {
            case HIGH -> Tone.DANGER;
            case MEDIUM -> Tone.WARNING;
            case LOW -> Tone.ACCENT;
            case INFO -> Tone.NEUTRAL;
        };
    }

    public String sentence() {
        return finding.sentence();
    }

    public String objects() {
        return String.join(", ", finding.objects());
    }

    /** The code with the check's title. */
    public String title() {
        return code() + "  "
                + SecurityChecks.of(code()).map(SecurityCheck::title).orElse("");
    }

    /** The statements that end it, one to a line; empty when there are none. */
    public String script() {
        return finding.fix().stream().map(Sql::text).map(text -> text + ";").collect(Collectors.joining("\n"));
    }
}
