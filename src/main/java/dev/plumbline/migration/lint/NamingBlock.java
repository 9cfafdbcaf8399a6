package dev.plumbline.migration.lint;

import dev.plumbline.migration.hcl.HclAttribute;
import dev.plumbline.migration.hcl.HclBlock;
import dev.plumbline.migration.hcl.HclValue;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The {@code naming} block: a pattern for all names and one for each kind, with the words to say when a name does not match. */
final class NamingBlock {
    private static final List<String> KINDS = List.of("schema", "table", "column", "index", "foreign_key", "check");
    private final String file;
    private final BiConsumer<HclAttribute, String> unknown;
    private final Map<String, NamingRules.Wanted> byKind = new HashMap<>();

    NamingBlock(String file, BiConsumer<HclAttribute, String> unknown) {
        this.file = file;
        this.unknown = unknown;
    }

    static boolean isKnown(HclAttribute attribute) {
        return List.of("match", "message").contains(attribute.name()) && attribute.value() instanceof HclValue.Text;
    }

    NamingRules made() {
        return new NamingRules(byKind);
    }

    /** False for a block that is for no kind of name. */
    boolean kind(HclBlock block) {
        if (!KINDS.contains(block.type())) {
            return false;
        }
        block.attributes().stream()
                .filter(each -> !isKnown(each))
                .forEach(each -> unknown.accept(each, "naming." + block.type()));
        read(block.type(), block);
        return true;
    }

    void read(String kind, HclBlock block) {
        String message = block.attribute("message")
                .map(HclAttribute::value)
                .map(value -> value instanceof HclValue.Text text ? text.text() : "")
                .orElse("");
        block.attribute("match").ifPresent(match -> {
            if (match.value() instanceof HclValue.Text text) {
                byKind.put(kind, new NamingRules.Wanted(pattern(match, text.text()), message));
            }
        });
    }

    private Pattern pattern(HclAttribute match, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException none) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.INVALID,
                            "LINT-422",
                            "Reading line " + match.line() + " of",
                            file,
                            "\"" + regex + "\" is no regular expression: " + none.getDescription() + ".",
                            "Correct the pattern."),
                    none);
        }
    }
}
