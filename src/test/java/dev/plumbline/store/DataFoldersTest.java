package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void plumblineHomeWinsEverywhere() {
        assertThat(DataFolders.of(Map.of("PLUMBLINE_HOME", "/srv/p", "XDG_DATA_HOME", "/x"), "Linux", HOME)
                        .journalFile())
                .isEqualTo(Path.of("/srv/p/journal.db"));
    }

    @Test
    void aRelativePlumblineHomeIsTakenFromTheWorkingFolder() {
        assertThat(DataFolders.of(Map.of("PLUMBLINE_HOME", "kept/here"), "Linux", HOME)
                        .data())
                .isEqualTo(Path.of("kept/here").toAbsolutePath());
    }

    @Test
    void linuxFollowsXdg() {
        assertThat(DataFolders.of(Map.of(), "Linux", HOME).data())
                .isEqualTo(Path.of("/home/ada/.local/share/plumbline"));
        assertThat(DataFolders.of(Map.of("XDG_DATA_HOME", "/x"), "Linux", HOME).data())
                .isEqualTo(Path.of("/x/plumbline"));
        assertThat(DataFolders.of(Map.of("XDG_DATA_HOME", "not/absolute"), "Linux", HOME)
                        .data())
                .isEqualTo(Path.of("/home/ada/.local/share/plumbline"));
    }

    @Test
    void macAndWindowsFollowTheirOwn() {
        assertThat(DataFolders.of(Map.of(), "Mac OS X", HOME).settingsFile())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Plumbline/settings.db"));
        assertThat(DataFolders.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME)
                        .data())
                .isEqualTo(Path.of("/local/Plumbline"));
        assertThat(DataFolders.of(Map.of(), "Windows 11", HOME).data())
                .isEqualTo(Path.of("/home/ada/AppData/Local/Plumbline"));
    }
}
