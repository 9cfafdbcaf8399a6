package dev.plumbline.runbook.document;

/** What a runbook consists of, in its order. */
public sealed interface Part {
    Place place();

    /** {@code slug} is what a decision names the section by: its words in small letters, joined by dashes. */
    record Heading(int level, String text, String slug, Place place) implements Part {}

    /** Markdown that is only read. */
    record Prose(String markdown, Place place) implements Part {}

    record Step(Block block) implements Part {
        @Override
        public Place place() {
            return block.place();
        }
    }
}
