package dev.plumbline.runbook.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunbookReaderTest {
    private static final String WHOLE = """
            ---
            title: Bring an index back
            for: an index that somebody dropped
            inputs:
              schema: {type: schemadefinition, label: Schema}
              table: {type: table, default: "a.b"}
            requires: [cluster, database]
            ---
            # Bring it back

            What happened.

            ## Look

            Reads the indexes.

            ```sql id=look capture=count
            SELECT count(*) FROM pg_indexes
            WHERE tablename = ${table}
            ```

            ## Make it

            ```sql change timeout=5m class=destructive
            CREATE INDEX ON ${table:table} (a)
            ```

            ```check verify stable=2
            sql: SELECT count(*) FROM pg_indexes
            equals: 1
            ```

            ```yaml
            only: read
            ```
            """;

    @Test
    void headProseAndBlocksAreRead() {
        Runbook runbook = read(WHOLE);
        assertThat(runbook.faults()).isEmpty();
        assertThat(runbook.title()).isEqualTo("Bring an index back");
        assertThat(runbook.inputs())
                .extracting(Input::type)
                .containsExactly(InputType.SCHEMA_DEFINITION, InputType.TABLE);
        assertThat(runbook.steps()).extracting(Block::id).containsExactly("look", "make-it");
        Block look = runbook.steps().get(0);
        assertThat(look.prose()).isEqualTo("Reads the indexes.");
        assertThat(look.place().line()).isEqualTo(17);
        Block make = runbook.steps().get(1);
        assertThat(make.timeout()).contains(java.time.Duration.ofMinutes(5));
        assertThat(make.asked()).contains(StepClass.DESTRUCTIVE);
        assertThat(runbook.verifiesOf("make-it"))
                .singleElement()
                .satisfies(check -> assertThat(check.text("equals")).isEqualTo("1"));
    }

    @Test
    void whatIsWrongIsToldWithItsLineAndTheRestIsRead() {
        Runbook runbook = read("""
                ---
                title: Wrong
                inputs:
                  a: {type: nothing}
                ---
                ## One

                ```bash
                rm -rf /
                ```

                ```kube explode
                kind: pod
                ```

                ```kube get
                kind: [pod
                ```

                ```sql class=nothing
                SELECT 1
                ```

                ```kube delete class=read
                kind: pod
                name: x
                nmae: y
                ```
                """);
        assertThat(runbook.faults())
                .extracting(fault -> fault.place().line() + " " + fault.code())
                .contains("4 RB-HEAD", "8 RB-SHELL", "12 RB-KIND", "20 RB-BLOCK", "24 RB-BLOCK");
        assertThat(runbook.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("RB-YAML");
            assertThat(fault.place().line()).isBetween(17, 18);
            assertThat(fault.place().column()).isPositive();
        });
        assertThat(runbook.steps()).hasSize(3);
    }

    @Test
    void filesThatIncludeEachOtherAreToldAndEnd() {
        Map<String, String> files = Map.of("b.md", "```include\nc.md\n```\n", "c.md", "```include\nb.md\n```\n");
        Runbook runbook = new RunbookReader(path -> Optional.ofNullable(files.get(path)))
                .read("a.md", "---\ntitle: A\n---\n```include\nb.md\n```\n\n```sql\nSELECT 1\n```\n");
        assertThat(runbook.faults())
                .extracting(Fault::message)
                .anyMatch(message -> message.contains("b.md → c.md → b.md"));
        assertThat(runbook.steps()).hasSize(1);
    }

    @Test
    void aFenceThatIsNotClosedAndAFileWithoutAHeadAreTold() {
        assertThat(read("```sql\nSELECT 1\n").faults()).extracting(Fault::code).contains("RB-HEAD", "RB-FENCE");
    }

    @Test
    void whatIsToBeDoneMustBeText() {
        Runbook runbook = read("---\ntitle: A\n---\n```manual\ndo:\n  - Wait until it is gone: ask somebody.\n```\n");
        assertThat(runbook.faults())
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .contains("no text");
    }

    @Test
    void aStepDependsOnOneThatStandsBeforeIt() {
        Runbook runbook = read("""
                ---
                title: A
                ---
                ```sql id=first
                SELECT 1
                ```
                ```approve id=instead unless=first
                question: Without it?
                typed: without it
                ```
                ```sql id=then given=first
                SELECT 1
                ```
                ```sql given=nobody
                SELECT 1
                ```
                ```check verify given=first
                sql: SELECT 1
                equals: 1
                ```
                ```sql given=first unless=first
                SELECT 1
                ```
                """);
        assertThat(runbook.faults())
                .extracting(fault -> fault.place().line() + " " + fault.code())
                .containsExactly("14 RB-DEPENDS", "17 RB-DEPENDS", "21 RB-DEPENDS");
        assertThat(runbook.steps().get(1).dependsOn()).contains("first");
    }

    @Test
    void aQuestionIsAboutStepsThatStandBeforeIt() {
        Runbook runbook = read("""
                ---
                title: A
                ---
                ```sql id=first
                SELECT 1
                ```
                ```approve about=first,nobody
                question: Is it so?
                ```
                ```sql about=first
                SELECT 1
                ```
                """);
        assertThat(runbook.faults())
                .extracting(fault -> fault.place().line() + " " + fault.code())
                .containsExactly("7 RB-ABOUT", "10 RB-ABOUT");
        assertThat(runbook.steps().get(1).about()).containsExactly("first", "nobody");
    }

    private static Runbook read(String text) {
        return new RunbookReader(path -> Optional.empty()).read("test.md", text);
    }
}
