package dev.plumbline.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.ProblemException;
import dev.plumbline.runbook.bundle.RunReport;
import dev.plumbline.runbook.bundle.TranscriptJson;
import dev.plumbline.runbook.bundle.TranscriptMarkdown;
import dev.plumbline.runbook.library.RunbookFiles;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.runbook.transcript.Redactor;
import dev.plumbline.runbook.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFoldersTest {
    private static final Instant NIGHT = Instant.parse("2026-01-01T03:00:00Z");
    private static final String RUNBOOK = """
            ---
            title: Look
            inputs:
              table: {type: table, label: The table}
              login: {type: secret, label: How one logs in}
              api_token: {type: text, label: What lets one in}
              pid: {type: integer, label: The session}
            ---
            ```sql id=look
            SELECT ${table}, ${login}, ${api_token}, ${pid:number}
            ```
            """;

    @TempDir
    Path folder;

    @Test
    void aRunIsToldByWhatWasGivenToItAndADryRunAsOne() {
        RunFolders runs = new RunFolders(folder.resolve("runs"));
        String id = run(runs, EntryKind.DRY_RUN);
        run(runs, EntryKind.ABORTED);
        assertThat(runs.list())
                .extracting(RunFolders.Listed::ending)
                .containsExactlyInAnyOrder(RunState.Ending.DRY_RUN, RunState.Ending.ABORTED);
        assertThat(runs.list()).allSatisfy(run -> {
            assertThat(GivenInputs.shown(run.given())).isEqualTo("table=public.orders, pid=42");
            assertThat(run.why()).isEmpty();
        });
        RunReport report = RunReport.of(runs, id);
        assertThat(TranscriptJson.of(report).path("ending").asText()).isEqualTo("dry-run");
        assertThat(TranscriptMarkdown.of(report))
                .contains("- State: dry run", "dry-run: Every step was looked at, and none was run.")
                .doesNotContain("## Post-incident", "aborted");
    }

    /** A row may hold what a terminal would obey. */
    @Test
    void whatRowsHoldIsShownInMarkdownAndNotObeyed() {
        RunFolders runs = new RunFolders(folder.resolve("runs"));
        String id = runs.make(files(), NIGHT);
        try (Transcript transcript = Transcript.open(runs.transcriptFile(id), Clock.systemUTC(), new Redactor())) {
            ObjectNode begun = Transcript.data().put("title", "Look").put("target", "shop\u001b[2J");
            begun.putObject("inputs").put("table", "public.\u0007orders");
            transcript.append(EntryKind.BEGUN, "", begun);
            ObjectNode ran = Transcript.data();
            ran.putArray("evidence").add("one\ttwo\u001b]0;title\u0007\nthree\u202e");
            transcript.append(EntryKind.STARTED, "look", Transcript.data());
            transcript.append(EntryKind.RAN, "look", ran);
        }
        String page = TranscriptMarkdown.of(RunReport.of(runs, id));
        assertThat(page)
                .contains("one\ttwo\\u{001B}]0;title\\u{0007}\nthree\\u{202E}", "public.\\u{0007}orders", "\\u{001B}");
        assertThat(page.codePoints()
                        .filter(point -> point != '\n' && point != '\t')
                        .noneMatch(Character::isISOControl))
                .isTrue();
    }

    /** Nothing is run that cannot be written down first. */
    @Test
    void aRunWhoseFolderCannotBeMadeDoesNotBegin() throws Exception {
        Path taken = Files.writeString(folder.resolve("runs"), "a file");
        assertThatThrownBy(() -> new RunFolders(taken).make(files(), NIGHT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo("RUN-FILE"))
                .hasMessageContaining(taken.toString());
    }

    private static String run(RunFolders runs, EntryKind end) {
        String id = runs.make(files(), NIGHT);
        try (Transcript transcript = Transcript.open(runs.transcriptFile(id), Clock.systemUTC(), new Redactor())) {
            ObjectNode begun = Transcript.data().put("title", "Look").put("target", "shop");
            begun.putObject("inputs")
                    .put("pid", "42")
                    .put("login", "login/password")
                    .put("api_token", "canary")
                    .put("table", "public.orders");
            transcript.append(EntryKind.BEGUN, "", begun);
            transcript.append(end, "", OpenRun.sentence("Every step was looked at, and none was run."));
        }
        return id;
    }

    private static RunbookFiles files() {
        return RunbookFiles.of(new LinkedHashMap<>(Map.of("look.md", RUNBOOK)));
    }
}
