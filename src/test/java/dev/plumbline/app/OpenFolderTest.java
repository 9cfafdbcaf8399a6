package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class OpenFolderTest {
    @TempDir
    private Path home;

    @Test
    void theFolderIsGivenToTheProgram() throws Exception {
        Path folder = Files.createDirectory(home.resolve("a run; touch x"));
        new OpenFolder(List.of("rmdir"), true).show(folder);
        assertThat(folder).doesNotExist();
    }

    @Test
    void aProgramThatIsNotThereOrCannotIsTold() {
        assertThatThrownBy(() -> new OpenFolder(List.of("no-such-file-manager"), true).show(home))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no-such-file-manager could not be run")
                .hasMessageContaining(home.toString());
        assertThatThrownBy(() -> new OpenFolder(List.of("false"), true).show(home))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("false ended with 1");
    }

    @Test
    void aProgramThatEndsSoAlwaysIsBelieved() {
        new OpenFolder(List.of("false"), false).show(home);
    }
}
