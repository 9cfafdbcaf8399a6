package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a page offers one of: headings that are options or causes, and what stands behind a comment that begins with OR. */
final class Alternatives {
    private static final Pattern OPTION =
            Pattern.compile("(?i)(option|variant|alternative|method|approach)\\s+[0-9a-z]+\\b.*|[A-D][.)]\\s.*");
    private static final Pattern GROUP = Pattern.compile("(?i).*\\b(causes|scenarios|cases|symptoms)\\b.*");
    private static final Pattern OR = Pattern.compile("(OR|Or)\\b[:,]?\\s+(.*)");

    private Alternatives() {}

    /** The items with a decision before the first of several headings that are alternatives. */
    static List<Item> withChoices(List<Item> items) {
        List<Item> all = new ArrayList<>();
        Set<Item> asked = new HashSet<>();
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            if (item instanceof Item.Heading heading && !asked.contains(item)) {
                boolean isOption = OPTION.matcher(heading.text()).matches();
                boolean isCause = GROUP.matcher(heading.text()).matches();
                List<Item.Heading> choices = isOption ? siblings(items, at) : isCause ? children(items, at) : List.of();
                if (choices.size() > 1) {
                    asked.addAll(choices);
                    Map<String, String> options = new LinkedHashMap<>();
                    choices.forEach(each -> options.put(Slug.of(each.text()), each.text()));
                    Item.Choice choice = new Item.Choice(
                            isOption ? "Which of these?" : heading.text() + ": which is it?",
                            options,
                            "the sections " + String.join(", ", options.keySet())
                                    + " are alternatives, of which one is run.");
                    if (isCause) {
                        all.add(heading);
                        all.add(choice);
                        continue;
                    }
                    all.add(choice);
                }
            }
            all.add(item);
        }
        return all;
    }

    private static List<Item.Heading> siblings(List<Item> items, int from) {
        List<Item.Heading> found = new ArrayList<>();
        int level = ((Item.Heading) items.get(from)).level();
        for (Item item : items.subList(from, items.size())) {
            if (item instanceof Item.Heading heading && heading.level() <= level) {
                if (heading.level() < level || !OPTION.matcher(heading.text()).matches()) {
                    break;
                }
                found.add(heading);
            }
        }
        return found;
    }

    private static List<Item.Heading> children(List<Item> items, int from) {
        List<Item.Heading> found = new ArrayList<>();
        int level = ((Item.Heading) items.get(from)).level();
        for (Item item : items.subList(from + 1, items.size())) {
            if (item instanceof Item.Heading heading) {
                if (heading.level() <= level) {
                    break;
                }
                if (heading.level() == level + 1) {
                    found.add(heading);
                }
            }
        }
        return found;
    }

    /** What stands behind OR in a comment; empty where it is none. */
    static Optional<String> or(String comment) {
        Matcher matcher = OR.matcher(comment);
        return matcher.matches() ? Optional.of(matcher.group(2).replaceAll("[:.]$", "")) : Optional.empty();
    }
}
