package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.pg.ServerPools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scratch server has the major version that was asked for, whoever brings its binaries. */
@Timeout(300)
class EmbeddedScratchTest {
    @TempDir
    private Path own;

    @Test
    void everyMajorVersionComesAlong() {
        try (ServerPools pools = new ServerPools();
                EmbeddedScratch scratch = scratch(pools)) {
            for (int major = 13; major <= 18; major++) {
                assertThat(scratch.of(major, new CancelToken()).major()).isEqualTo(major);
            }
            assertThat(scratch.of(12, new CancelToken()).major())
                    .isEqualTo(scratch.of(0, new CancelToken()).major());
        }
    }

    @Test
    void binariesOfAnotherPlatformArePassedOver() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(own.resolve("16.jar")))) {
            zip.putNextEntry(new ZipEntry("postgres-solaris-sparc.txz"));
            zip.closeEntry();
        }
        try (ServerPools pools = new ServerPools();
                EmbeddedScratch scratch = scratch(pools)) {
            assertThat(scratch.of(16, new CancelToken()).major()).isEqualTo(16);
        }
    }

    private EmbeddedScratch scratch(ServerPools pools) {
        return new EmbeddedScratch(() -> pools, List.of(own, EmbeddedScratch.besideProgram()));
    }
}
