package dev.plumbline.runbook.lint.rule;

import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.Place;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** RB701: what looks like a password, token or key in the text: it lies in the file, its history, and in the record of each run. */
public final class SecretWritten implements RunbookRule {
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(?i)\\bbearer\\s+(?!\\$)[A-Za-z0-9._~+/=-]{8,}"),
            Pattern.compile("(?i)\\bbasic\\s+(?!\\$)[A-Za-z0-9+/]{8,}={0,2}(?![A-Za-z])"),
            Pattern.compile("(?i)\\bpassword\\s+'(?!\\$|SCRAM-SHA-256\\$)[^']+'"),
            Pattern.compile(
                    "(?i)\\b(password|passwd|pgpassword|token|api[_-]?key|secret[_-]?key)[\"']?\\s*[=:]\\s*[\"']?(?!\\$)[A-Za-z0-9._~+/=-]{6,}"),
            Pattern.compile("://[^/\\s:@$]+:(?!\\$)[^@\\s/]+@"),
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\."));

    @Override
    public RunbookCode code() {
        return RunbookCode.RB701;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            int line = 0;
            for (String text : block.body().lines().toList()) {
                line++;
                if (SHAPES.stream().anyMatch(shape -> shape.matcher(text).find())) {
                    found.add(found(Place.line(block.place().file(), block.lineOf(line))));
                }
            }
        }
        for (Input input : subject.runbook().inputs()) {
            boolean isSecretName = input.name().matches(".*(password|token|api_?key)");
            if (isSecretName && input.standard().filter(text -> !text.isEmpty()).isPresent()) {
                found.add(found(Place.line(subject.runbook().name(), input.line())));
            }
        }
        return found;
    }

    private static Found found(Place place) {
        return new Found(
                place,
                "A secret seems to stand here: whoever reads the file has it.",
                "An input of type secret, named here as ${…}; and change the secret, since it is known.");
    }
}
