package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a runbook as text. */
final class RunbookWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/.][A-Za-z0-9_./-]*");
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "null", "on", "off");
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final Names names;

    RunbookWriter(Names names) {
        this.names = names;
    }

    String write(String title, String purpose, List<Item> items) {
        items.forEach(this::item);
        line(text, "---");
        line(text, "title: " + Json.quoted(title));
        if (!purpose.isEmpty()) {
            line(text, "for: " + Json.quoted(purpose));
        }
        if (!names.inputs().isEmpty()) {
            line(text, "inputs:");
            for (Names.Named each : names.inputs()) {
                line(
                        text,
                        "  " + each.name() + ": {type: " + each.type().word() + ", label: "
                                + Json.quoted(each.label())
                                + (each.standard().isEmpty() ? "" : ", default: " + Json.quoted(each.standard()))
                                + "}");
            }
        }
        List<BlockKind> kinds = items.stream()
                .filter(Item.Step.class::isInstance)
                .map(each -> ((Item.Step) each).draft().kind)
                .toList();
        List<String> requires = new ArrayList<>();
        if (kinds.stream().anyMatch(BlockKind::isKube)) {
            requires.add("cluster");
        }
        if (kinds.stream().anyMatch(kind -> kind.isSql() || kind == BlockKind.DUMP)) {
            requires.add("database");
        }
        if (!requires.isEmpty()) {
            line(text, "requires: [" + String.join(", ", requires) + "]");
        }
        line(text, "---");
        return text.append('\n').append(body.toString().strip()).append('\n').toString();
    }

    private void item(Item item) {
        if (item instanceof Item.Heading heading) {
            line(body, "#".repeat(heading.level()) + " " + heading.text());
            line(body, "");
        } else if (item instanceof Item.Words words) {
            line(body, words.markdown());
            line(body, "");
        } else if (item instanceof Item.Choice choice) {
            choice(choice);
        } else if (item instanceof Item.Step step) {
            step(step.draft());
        }
    }

    private void choice(Item.Choice choice) {
        guess(choice.guess());
        line(body, "```decision");
        line(body, "question: " + Json.quoted(choice.question()));
        line(body, "options:");
        choice.options().forEach((slug, label) -> {
            line(body, "  " + Json.quoted(slug) + ":");
            line(body, "    label: " + Json.quoted(label));
            line(body, "    section: " + Json.quoted(slug));
        });
        line(body, "```");
        line(body, "");
    }

    private void step(Draft draft) {
        draft.guesses.forEach(this::guess);
        StringBuilder fence = new StringBuilder("```").append(draft.kind.words());
        draft.attributes.forEach(
                (name, value) -> fence.append(' ').append(name).append('=').append(value));
        line(body, fence.toString());
        if (draft.kind.isSql()) {
            line(body, names.sql(draft.sql));
        }
        draft.fields.forEach((name, value) -> field(draft, name, value));
        line(body, "```");
        line(body, "");
    }

    private void guess(String guess) {
        line(body, "> Guess: " + guess);
        line(body, "");
    }

    private void field(Draft draft, String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            line(body, name + ":");
            map.forEach((key, each) -> line(
                    body,
                    "  " + scalar(String.valueOf(key)) + ": "
                            + scalar(names.field(draft, name, String.valueOf(each)))));
        } else if (value instanceof List<?> list) {
            line(
                    body,
                    name + ": ["
                            + String.join(
                                    ", ",
                                    list.stream()
                                            .map(each -> scalar(names.field(draft, name, String.valueOf(each))))
                                            .toList())
                            + "]");
        } else if (value instanceof Json json) {
            line(body, name + ": " + json.text().replace('\n', ' '));
        } else if (String.valueOf(value).contains("\n")) {
            line(body, name + ": |");
            String.valueOf(value).lines().forEach(each -> line(body, "  " + each));
        } else {
            String written = names.field(draft, name, String.valueOf(value));
            line(body, name + ": " + (isLiteral(name, written) ? written : scalar(written)));
        }
    }

    /** Numbers and truths of fields that hold one. */
    private static boolean isLiteral(String name, String value) {
        return Set.of("lines", "port", "data-only", "schema-only").contains(name) && value.matches("\\d+|true");
    }

    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT))
                ? value
                : Json.quoted(value);
    }

    private static void line(StringBuilder to, String line) {
        to.append(line).append('\n');
    }
}
