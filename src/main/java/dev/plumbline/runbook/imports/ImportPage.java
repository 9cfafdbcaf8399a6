package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Place;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.RunbookReader;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.document.StepClassifier;
import dev.plumbline.runbook.lint.ClusterSchema;
import dev.plumbline.runbook.lint.RunbookLint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes a runbook of a page that was written for people: Markdown, or the plain text that is left when a page is copied from a browser. Nothing is run, and nothing is left out: what no
 * block does is a manual block with the original and the reason, and each guess stands as a line {@code > Guess: …} before its block.
 */
public final class ImportPage {
    private static final String UNTITLED = "Imported page";
    private static final String GUESS = "> Guess: ";

    private ImportPage() {}

    /** @param file what the runbook is called in the places of findings and guesses */
    public static ImportedPage of(String file, String page) {
        return of(file, page, ClusterSchema.none());
    }

    /** @param schema what the cluster knows, for the linter */
    public static ImportedPage of(String file, String page, ClusterSchema schema) {
        List<Item> items = PageItems.of(PageReader.read(page));
        List<Draft> drafts = items.stream()
                .filter(Item.Step.class::isInstance)
                .map(item -> ((Item.Step) item).draft())
                .toList();
        String text = new RunbookWriter(new Names(drafts)).write(title(items), purpose(items), items);
        Runbook runbook = new RunbookReader(path -> Optional.empty()).read(file, text);
        Map<String, StepClass> classes = new LinkedHashMap<>();
        runbook.blocks().forEach(block -> classes.put(block.id(), StepClassifier.of(block)));
        List<String> manual = drafts.stream()
                .filter(draft -> draft.kind == BlockKind.MANUAL)
                .map(draft -> draft.text("do"))
                .toList();
        return new ImportedPage(
                text, runbook, classes, guesses(file, text), manual, new RunbookLint().lint(runbook, schema));
    }

    private static List<ImportedPage.Guess> guesses(String file, String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(index -> lines.get(index).startsWith(GUESS))
                .mapToObj(index -> new ImportedPage.Guess(
                        Place.line(file, index + 1), lines.get(index).substring(GUESS.length())))
                .toList();
    }

    private static String title(List<Item> items) {
        return items.stream()
                .filter(Item.Heading.class::isInstance)
                .map(item -> ((Item.Heading) item).text())
                .findFirst()
                .orElse(UNTITLED);
    }

    /** The first words of the page, up to the end of their first sentence. */
    private static String purpose(List<Item> items) {
        return items.stream()
                .filter(Item.Words.class::isInstance)
                .map(item -> ((Item.Words) item).markdown())
                .findFirst()
                .map(words -> words.replace('\n', ' ').replaceFirst("(?s)\\.\\s.*", "."))
                .orElse("");
    }
}
