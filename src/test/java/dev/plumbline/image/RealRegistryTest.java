package dev.plumbline.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Secret;
import dev.plumbline.testing.DockerRegistry;
import dev.plumbline.testing.Layer;
import dev.plumbline.testing.Manifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is pushed to a real registry comes out of it again, with and without a login. */
class RealRegistryTest {
    private static final String REPOSITORY = "team/shop";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ImagePull images = new ImagePull(ImageLimits.USUAL);

    @BeforeAll
    static void needsOne() {
        DockerRegistry.assumeInstalled();
    }

    @Test
    void layersAreLaidOverOneAnotherAsTheKernelWould() throws IOException, InterruptedException {
        try (DockerRegistry registry = DockerRegistry.start(folder, false)) {
            byte[] base = new Layer()
                    .directory("migrations")
                    .file("migrations/1_a.sql", "one")
                    .file("migrations/2_b.sql", "two")
                    .file("migrations/notes.txt", "not asked for")
                    .file("migrations/below/9_x.sql", "below")
                    .file("etc/passwd", "root")
                    .gzip();
            byte[] changed = new Layer()
                    .file("./migrations/3_ü.sql", "drei")
                    .file("migrations/2_b.sql", "two again")
                    .file("migrations/.wh.1_a.sql", "")
                    .hardLink("migrations/4_d.sql", "migrations/2_b.sql")
                    .gzip();
            byte[] added = new Layer().file("/migrations/5_e.sql", "five").plain();
            byte[] anew = new Layer()
                    .file("migrations/6_f.sql", "six")
                    .file("migrations/.wh..wh..opq", "")
                    .file("migrations/.wh..wh.plnk", "not a whiteout")
                    .gzip();
            byte[] three = push(registry, List.of(base, changed, added));
            byte[] four = push(registry, List.of(base, changed, added, anew));
            registry.pushManifest(REPOSITORY, "v1", Manifests.OCI, three);
            registry.pushManifest(REPOSITORY, "v1-arm64", Manifests.OCI, four);
            String list = registry.pushManifest(REPOSITORY, "v2", Manifests.INDEX, Manifests.index(three, four));
            String name = registry.place() + "/" + REPOSITORY;
            assertThat(taken(name + ":v1", Platform.USUAL, ImageAccess.ANONYMOUS))
                    .containsExactly("2_b.sql=two again", "3_ü.sql=drei", "4_d.sql=two again", "5_e.sql=five");
            assertThat(taken(name + ":v2", Platform.parse("linux/arm64"), ImageAccess.ANONYMOUS))
                    .containsExactly("6_f.sql=six");
            assertThat(taken(name + "@" + list, Platform.USUAL, ImageAccess.ANONYMOUS))
                    .hasSize(4);
            assertThat(images.digest(ImageReference.parse(name + ":v2"), ImageAccess.ANONYMOUS, new CancelToken()))
                    .isEqualTo(list);
            assertThatThrownBy(() -> taken(name + ":v2", Platform.parse("linux/s390x"), ImageAccess.ANONYMOUS))
                    .hasMessageContaining("it is not made for linux/s390x; it is for linux/amd64, linux/arm64.");
            assertThatThrownBy(() -> taken(name + ":v9", Platform.USUAL, ImageAccess.ANONYMOUS))
                    .hasMessageContaining(
                            "the registry answered 404 for manifest v9, MANIFEST_UNKNOWN manifest unknown.");
        }
    }

    @Test
    void aClosedRegistryOpensToALoginOfASecretOnly() throws IOException, InterruptedException {
        try (DockerRegistry registry = DockerRegistry.start(folder, true)) {
            byte[] manifest = push(
                    registry,
                    List.of(new Layer().file("migrations/1_a.sql", "one").gzip()));
            registry.pushManifest(REPOSITORY, "v1", Manifests.OCI, manifest);
            String name = registry.place() + "/" + REPOSITORY + ":v1";
            assertThatThrownBy(() -> taken(name, Platform.USUAL, ImageAccess.ANONYMOUS))
                    .hasMessageContaining("asks for a user and a password, and none is known for it.");
            assertThatThrownBy(() -> taken(name, Platform.USUAL, login(registry.place(), "wrong")))
                    .hasMessageContaining("the registry answered 401 for manifest v1")
                    .hasMessageNotContaining("wrong");
            assertThat(taken(name, Platform.USUAL, login(registry.place(), DockerRegistry.PASSWORD)))
                    .containsExactly("1_a.sql=one");
            assertThatThrownBy(() -> taken(name, Platform.USUAL, login("elsewhere.example", DockerRegistry.PASSWORD)))
                    .hasMessageContaining("none is known for it.");
        }
    }

    private static ImageAccess login(String place, String password) {
        String auth = Base64.getEncoder()
                .encodeToString((DockerRegistry.USER + ":" + password).getBytes(StandardCharsets.UTF_8));
        Secret text = new Secret("{\"auths\":{\"http://" + place + "/v2/\":{\"auth\":\"" + auth + "\"}}}");
        return new ImageAccess(RegistryLogins.parse(text, "Secret a/b"), Set.of());
    }

    private static byte[] push(DockerRegistry registry, List<byte[]> layers) throws IOException, InterruptedException {
        registry.pushBlob(REPOSITORY, Manifests.CONFIG);
        for (byte[] layer : layers) {
            registry.pushBlob(REPOSITORY, layer);
        }
        return Manifests.image(Manifests.GZIP, layers);
    }

    private List<String> taken(String name, Platform platform, ImageAccess access) throws IOException {
        Path into = Files.createTempDirectory(folder, "into");
        Path scratch = Files.createTempDirectory(folder, "scratch");
        ImagePull.Taken taken = images.take(
                ImageReference.parse(name),
                "/migrations/",
                platform,
                access,
                file -> file.endsWith(".sql"),
                into,
                scratch,
                new CancelToken(),
                Progress.NONE);
        assertThat(taken.image().digest()).startsWith("sha256:");
        try (Stream<Path> left = Files.list(scratch);
                Stream<Path> files = Files.list(into)) {
            assertThat(left).isEmpty();
            List<String> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(file.getFileName() + "=" + Files.readString(file));
            }
            return all;
        }
    }
}
