package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pieces of a page as items of a runbook. */
final class PageItems {
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Draft> dumps = new HashMap<>();
    private String title = "";
    private int level = 2;

    static List<Item> of(List<Piece> pieces) {
        PageItems made = new PageItems();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Heading heading) {
                made.title = heading.text();
                made.level = heading.level();
                made.items.add(new Item.Heading(heading.level(), heading.text()));
            } else if (piece instanceof Piece.Words words) {
                made.items.add(new Item.Words(words.markdown()));
            } else if (piece instanceof Piece.Commands commands) {
                made.commands(commands.lines());
            }
        }
        return Alternatives.withChoices(made.items);
    }

    private void commands(List<String> raw) {
        List<Item> made = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        int or = -1;
        String second = "";
        for (ShellText.Line line : ShellText.lines(raw)) {
            if (line.text().isEmpty()) {
                Optional<String> other = Alternatives.or(line.comment());
                if (other.isPresent() && or < 0 && lastStep(made) >= 0) {
                    flush(comments, made);
                    or = made.size();
                    second = other.get();
                }
                comments.add(line.comment());
                continue;
            }
            flush(comments, made);
            made.add(new Item.Step(restored(CommandReader.read(line.text()))));
        }
        flush(comments, made);
        if (or < 0) {
            items.addAll(made);
        } else {
            split(made, or, second);
        }
    }

    /** What runs a file that a dump of this page wrote brings it back. */
    private Draft restored(Draft draft) {
        if (draft.kind == BlockKind.DUMP) {
            dumps.put(draft.text("to"), draft);
        }
        Draft dump = draft.file.isEmpty() ? null : dumps.get(draft.file);
        return dump == null
                ? draft
                : new Draft(BlockKind.RESTORE)
                        .with("from", draft.file)
                        .with("data-only", dump.text("data-only"))
                        .guess("psql ran " + draft.file + ", which a dump before wrote; this restores it.");
    }

    /** The step before OR is one way, all behind it the other. */
    private void split(List<Item> made, int or, String second) {
        int step = lastStep(made.subList(0, or));
        int from = step > 0 && made.get(step - 1) instanceof Item.Words ? step - 1 : step;
        String one = title + ": by hand";
        String other = title + ": " + second;
        Map<String, String> options = new LinkedHashMap<>();
        options.put(Slug.of(one), one);
        options.put(Slug.of(other), other);
        items.addAll(made.subList(0, from));
        items.add(new Item.Choice(
                "Which of these?", options, "what stands on both sides of OR are alternatives, of which one is run."));
        items.add(new Item.Heading(Math.min(6, level + 1), one));
        items.addAll(made.subList(from, or));
        items.add(new Item.Heading(Math.min(6, level + 1), other));
        items.addAll(made.subList(or, made.size()));
    }

    private static int lastStep(List<Item> items) {
        for (int at = items.size() - 1; at >= 0; at--) {
            if (items.get(at) instanceof Item.Step) {
                return at;
            }
        }
        return -1;
    }

    private static void flush(List<String> comments, List<Item> made) {
        if (!comments.isEmpty()) {
            made.add(new Item.Words(String.join(
                    "\n",
                    comments.stream()
                            .map(each -> each.replaceFirst("^(\\d+)\\. ", "$1\\\\. "))
                            .toList())));
            comments.clear();
        }
    }
}
