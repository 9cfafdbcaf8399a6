package dev.plumbline.operation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.migration.directory.AtlasSum;
import dev.plumbline.migration.directory.MigrationDirectory;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.directory.SumCheck;
import dev.plumbline.migration.lint.Rewrite;
import dev.plumbline.migration.revision.Revision;
import dev.plumbline.migration.revision.Revisions;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewriteFilesTest {
    private static final Rewrite THREE = new Rewrite(
            List.of(
                    new Rewrite.File(false, List.of("CREATE UNIQUE INDEX CONCURRENTLY u ON a (i)")),
                    new Rewrite.File(true, List.of("ALTER TABLE a ADD CONSTRAINT u UNIQUE USING INDEX u"))),
            "");
    private static final Rewrite INLINE =
            new Rewrite(List.of(new Rewrite.File(true, List.of("SELECT 1", "SELECT 2"))), "");
    private static final Revisions NONE = new Revisions(Name.of("atlas_schema_revisions"), false, List.of());

    @TempDir
    Path folder;

    @Test
    void whatStandsBeforeAndBehindKeepsItsOrderAndItsWords() throws IOException {
        write(
                "20260101000000_a.sql",
                "CREATE TABLE a (i int);\r\n-- kept; above\r\nALTER TABLE a ADD UNIQUE (i);\r\n-- below\r\nCREATE TABLE b (i int);\r\n");
        RewriteFiles.Proposal files =
                RewriteFiles.of(read(), statement(1), THREE).asFiles();
        assertThat(files.refusal()).isEmpty();
        assertThat(files.files())
                .containsExactly(
                        new RewriteFiles.Written("20260101000000_a.sql", "CREATE TABLE a (i int);\n", false),
                        new RewriteFiles.Written(
                                "20260101000001_a_2.sql",
                                "-- atlas:txmode none\n\n-- kept; above\nCREATE UNIQUE INDEX CONCURRENTLY u ON a (i);\n",
                                true),
                        new RewriteFiles.Written(
                                "20260101000002_a_3.sql",
                                "ALTER TABLE a ADD CONSTRAINT u UNIQUE USING INDEX u;\n",
                                true),
                        new RewriteFiles.Written(
                                "20260101000003_a_4.sql", "-- below\r\nCREATE TABLE b (i int);\r\n", true));
        assertThat(RewriteFiles.of(read(), statement(1), THREE).inPlace().refusal())
                .contains("takes 2 files");
        List<String> names = WriteRewrite.write(
                folder,
                statement(1),
                files,
                now -> RewriteFiles.of(now, statement(1), THREE).asFiles(),
                NONE);
        assertThat(names).hasSize(4);
        assertThat(read().check()).isInstanceOf(SumCheck.Matches.class);
        assertThat(read().files().stream().flatMap(text -> text.statements().stream()))
                .extracting(MigrationStatement::text)
                .containsExactly(
                        "CREATE TABLE a (i int)",
                        "CREATE UNIQUE INDEX CONCURRENTLY u ON a (i)",
                        "ALTER TABLE a ADD CONSTRAINT u UNIQUE USING INDEX u",
                        "CREATE TABLE b (i int)");
    }

    @Test
    void theSecondOfTwoEqualStatementsIsMeantAndACommentIsNone() throws IOException {
        write("1_a.sql", "SELECT 0; SELECT 0; SELECT 0;\n");
        assertThat(RewriteFiles.of(read(), statement(1), INLINE)
                        .inPlace()
                        .files()
                        .get(0)
                        .text())
                .isEqualTo("SELECT 0; SELECT 1;\nSELECT 2; SELECT 0;\n");
        write("1_a.sql", "/* SELECT 0 */ SELECT 0;\n");
        assertThat(RewriteFiles.of(read(), statement(0), INLINE).inPlace().refusal())
                .contains("cannot be told");
    }

    @Test
    void aFileWithoutATransactionGetsItsInstruction() throws IOException {
        Rewrite alone = new Rewrite(List.of(new Rewrite.File(false, List.of("VACUUM a"))), "");
        write("1_a.sql", "-- why\nSELECT 0;\n");
        assertThat(RewriteFiles.of(read(), statement(0), alone)
                        .inPlace()
                        .files()
                        .get(0)
                        .text())
                .isEqualTo("-- atlas:txmode none\n\n-- why\nVACUUM a;\n");
        write("1_a.sql", "SELECT 0;\nSELECT 1;\n");
        assertThat(RewriteFiles.of(read(), statement(0), alone).inPlace().refusal())
                .contains("may not be in a transaction");
        write("1_a.sql", "-- atlas:txmode none\n\nSELECT 0;\nSELECT 1;\n");
        assertThat(RewriteFiles.of(read(), statement(1), alone)
                        .inPlace()
                        .files()
                        .get(0)
                        .text())
                .isEqualTo("-- atlas:txmode none\n\nSELECT 0;\nVACUUM a;\n");
        assertThat(RewriteFiles.of(read(), statement(0), INLINE).inPlace().refusal())
                .contains("belong into one transaction");
        write("1_a.sql", "-- atlas:delimiter \\n\\n\n\nSELECT 0\n\nSELECT 1\n");
        assertThat(RewriteFiles.of(read(), statement(0), INLINE).inPlace().isPossible())
                .isFalse();
    }

    @Test
    void whereThereIsNoRoomForAVersionNothingIsProposed() throws IOException {
        write("1_a.sql", "SELECT 0;\n");
        write("2_b.sql", "SELECT 0;\n");
        assertThat(RewriteFiles.of(read(), statement(0), THREE).asFiles().refusal())
                .contains("no room for the versions of further files between 1_a.sql and 2_b.sql");
        Files.move(folder.resolve("1_a.sql"), folder.resolve("0v_a.sql"));
        assertThat(RewriteFiles.of(read(), statement(0), THREE).asFiles().refusal())
                .contains("no number");
    }

    @Test
    void onlyWhatWasNotRunAndIsWhatItsChecksumSaysIsWritten() throws IOException {
        write("1_a.sql", "SELECT 0;\n");
        MigrationStatement statement = statement(0);
        RewriteFiles.Proposal shown = RewriteFiles.of(read(), statement, INLINE).inPlace();
        String hash = read().sum().lines().get(0).hash();
        Revisions applied =
                new Revisions(Name.of("r"), true, List.of(new Revision("1", "a", 2, 1, 1, "", "", "", hash)));
        refused(statement, shown, applied, "has had this file");
        Revisions halfway =
                new Revisions(Name.of("r"), true, List.of(new Revision("1", "a", 2, 0, 1, "", "", "", hash)));
        refused(statement, shown, halfway, "has had this file");
        Files.writeString(folder.resolve("2_b.sql"), "SELECT 3;\n");
        refused(statement, shown, NONE, "not what atlas.sum says");
        Files.delete(folder.resolve("2_b.sql"));
        write("1_a.sql", "SELECT 0;\nSELECT 5;\n");
        refused(statement, shown, NONE, "changed since this was shown");
        write("1_a.sql", "SELECT 9;\n");
        refused(statement, shown, NONE, "does not stand there any more");
        assertThat(folder.resolve("1_a.sql")).hasContent("SELECT 9;\n");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("1_a.sql", "atlas.sum");
    }

    private void refused(MigrationStatement statement, RewriteFiles.Proposal shown, Revisions revisions, String why) {
        assertThatThrownBy(() -> WriteRewrite.write(
                        folder,
                        statement,
                        shown,
                        now -> RewriteFiles.of(now, statement, INLINE).inPlace(),
                        revisions))
                .isInstanceOfSatisfying(ProblemException.class, failure -> {
                    assertThat(failure.problem().code()).isEqualTo("MIG-440");
                    assertThat(failure.problem().answer()).contains(why);
                });
    }

    private MigrationStatement statement(int index) {
        return read().files().get(0).statements().get(index);
    }

    private ReadDirectory read() {
        return ReadDirectory.of(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.writeString(
                folder.resolve(MigrationDirectory.SUM),
                AtlasSum.of(MigrationDirectory.read(folder)).text());
    }
}
