package dev.plumbline.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres | docker.io | library/postgres | latest | docker.io/library/postgres:latest",
                "team/shop:1.2 | docker.io | team/shop | 1.2 | docker.io/team/shop:1.2",
                "index.docker.io/shop | docker.io | library/shop | latest | docker.io/library/shop:latest",
                "localhost/shop | localhost | shop | latest | localhost/shop:latest",
                "localhost:5000/a/b__c:v1_ | localhost:5000 | a/b__c | v1_ | localhost:5000/a/b__c:v1_",
                "[::1]:5000/shop:1 | [::1]:5000 | shop | 1 | [::1]:5000/shop:1",
                "ghcr.io/Team | - | - | - | \"Team\" is no repository",
                "Reg/shop | Reg | shop | latest | Reg/shop:latest",
                "a.example/x:-1 | - | - | - | its tag is none",
                "a.example/x@sha256:1 | - | - | - | is no digest",
                "a.example/x y | - | - | - | is no repository",
                "a_b.example/x | - | - | - | is no registry",
                "a.example/ | - | - | - | is no repository",
                "a.example:99x/y | - | - | - | is no registry",
                "https://a.example/x | - | - | - | is no registry"
            })
    void namesAreReadAsEnginesReadThem(String text, String registry, String repository, String version, String shown) {
        if (registry.equals("-")) {
            assertThatThrownBy(() -> ImageReference.parse(text)).hasMessageContaining(shown);
            return;
        }
        ImageReference image = ImageReference.parse(text);
        assertThat(image.registry()).isEqualTo(registry);
        assertThat(image.repository()).isEqualTo(repository);
        assertThat(image.version()).isEqualTo(version);
        assertThat(image.shown()).isEqualTo(shown);
        assertThat(ImageReference.parse(shown).at(DIGEST).shown()).isEqualTo(shown + "@" + DIGEST);
    }

    @Test
    void aDigestGoesBeforeTheTag() {
        assertThat(ImageReference.parse("a.example/x:1@" + DIGEST).version()).isEqualTo(DIGEST);
        assertThat(ImageReference.parse("a.example/x@" + DIGEST).shown()).isEqualTo("a.example/x@" + DIGEST);
        assertThatThrownBy(() -> ImageReference.parse("x".repeat(600))).hasMessageContaining("longer than 512");
    }

    @Test
    void theMostSpecificLoginServesAndNothingOfItIsShown() {
        RegistryLogins logins = RegistryLogins.parse(
                new Secret("{\"https://index.docker.io/v1/\":{\"auth\":\"aHViOmE6Yg==\"},"
                        + "\"*.example\":{\"username\":\"any\",\"password\":\"p\"},"
                        + "\"reg.example/team\":{\"username\":\"team\",\"password\":\"p\"},\"none.test\":{}}"),
                "Secret a/b");
        assertThat(logins.find(ImageReference.parse("postgres")).orElseThrow().user())
                .isEqualTo("hub");
        assertThat(logins.find(ImageReference.parse("reg.example/team/x"))
                        .orElseThrow()
                        .user())
                .isEqualTo("team");
        assertThat(logins.find(ImageReference.parse("reg.example/teams/x"))
                        .orElseThrow()
                        .user())
                .isEqualTo("any");
        assertThat(logins.find(ImageReference.parse("a.reg.example/x"))).isEmpty();
        assertThat(logins.find(ImageReference.parse("none.test/x"))).isEmpty();
        assertThat(logins.toString()).doesNotContain("a:b");
        assertThatThrownBy(() -> RegistryLogins.parse(new Secret("{\"auths\": secret"), "Secret a/b"))
                .hasMessageContaining("Secret a/b: it is not JSON.")
                .hasMessageNotContaining("secret\"");
        assertThatThrownBy(() -> RegistryLogins.parse(
                        new Secret("{\"auths\":{\"x.example\":{\"identitytoken\":\"zzz\"}}}"), "Secret a/b"))
                .hasMessageContaining("an identity token, which is not supported")
                .hasMessageNotContaining("zzz");
    }
}
