package dev.plumbline.migration.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumCheckTest {
    @TempDir
    Path folder;

    @BeforeEach
    void threeFiles() throws IOException {
        write("1_a.sql", "CREATE TABLE a (i int);\n");
        write("2_b.sql", "CREATE TABLE b (i int);\n");
        write("3_c.sql", "CREATE TABLE c (i int);\n");
        write("atlas.sum", AtlasSum.of(MigrationDirectory.read(folder)).text());
    }

    @Test
    void namesTheFirstFileThatIsNotWhatItWas() throws IOException {
        assertThat(check()).isEqualTo(new SumCheck.Matches());
        write("2_b.sql", "CREATE TABLE b (i int);\r\n");
        assertThat(check()).isEqualTo(new SumCheck.Differs(3, "2_b.sql", SumCheck.Reason.EDITED));
    }

    @Test
    void tellsAddedFromRemoved() throws IOException {
        write("2_a.sql", "");
        assertThat(check()).isEqualTo(new SumCheck.Differs(3, "2_a.sql", SumCheck.Reason.ADDED));
        Files.delete(folder.resolve("2_a.sql"));
        Files.delete(folder.resolve("3_c.sql"));
        assertThat(check()).isEqualTo(new SumCheck.Differs(4, "3_c.sql", SumCheck.Reason.REMOVED));
        Files.delete(folder.resolve("1_a.sql"));
        assertThat(check()).isEqualTo(new SumCheck.Differs(2, "1_a.sql", SumCheck.Reason.REMOVED));
        write("4_d.sql", "");
        Files.delete(folder.resolve("2_b.sql"));
        assertThat(check()).isEqualTo(new SumCheck.Differs(2, "4_d.sql", SumCheck.Reason.ADDED));
    }

    @Test
    void findsATotalThatWasEdited() throws IOException {
        String text = Files.readString(folder.resolve("atlas.sum"));
        write("atlas.sum", text.replaceFirst("h1:..", "h1:AA"));
        assertThat(check()).isEqualTo(new SumCheck.Differs(1, "", SumCheck.Reason.TOTAL));
    }

    @Test
    void leavesOutAFileThatAsksForIt() throws IOException {
        write("2_b.sql", "-- atlas:sum ignore\nCREATE TABLE b (i int);\n");
        assertThat(AtlasSum.of(MigrationDirectory.read(folder)).lines())
                .extracting(AtlasSum.Line::name)
                .containsExactly("1_a.sql", "3_c.sql");
    }

    @Test
    void saysWhichLineIsMalformed() throws IOException {
        write("atlas.sum", "h1:abc=\n1_a.sql\n");
        assertThatThrownBy(this::check)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 2 of")
                .hasMessageContaining("malformed");
        Files.delete(folder.resolve("atlas.sum"));
        assertThat(check()).isEqualTo(new SumCheck.NoSum());
    }

    private SumCheck check() {
        return SumCheck.of(MigrationDirectory.read(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
