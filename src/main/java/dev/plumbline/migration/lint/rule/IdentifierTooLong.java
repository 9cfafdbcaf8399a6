package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Quiet;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PL106: a name of more than 63 bytes, which the server cuts without failing (PostgreSQL manual 4.1.1). Looked for in the text, since the parse tree holds it cut. */
public final class IdentifierTooLong implements LintRule {
    private static final int MAX = 63;
    /** Comments and texts, where a doubled quote is as good as an end and a new beginning: between a pair of dollar quotes anything may stand. */
    private static final Pattern QUIET =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'[^']*+'|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\"[^\"]++(?:\"\"[^\"]*+)*\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

    @Override
    public RuleCode code() {
        return RuleCode.PL106;
    }

    @Override
    public List<Found> look(Seen seen) {
        Set<String> names = new LinkedHashSet<>();
        Matcher word = WORD.matcher(QUIET.matcher(seen.statement().text()).replaceAll(" "));
        while (word.find()) {
            String name = word.group().startsWith("\"")
                    ? word.group().substring(1, word.group().length() - 1).replace("\"\"", "\"")
                    : word.group();
            if (name.getBytes(StandardCharsets.UTF_8).length > MAX) {
                names.add(name);
            }
        }
        return names.stream()
                .map(name -> Quiet.words(name, name))
                .map(name -> new Found(
                        name,
                        "The name " + name + " is longer than " + MAX
                                + " bytes: the server cuts it, and two that begin alike become one.",
                        "Give it a shorter name."))
                .toList();
    }
}
