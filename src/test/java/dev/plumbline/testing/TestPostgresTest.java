package dev.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestPostgresTest {
    @ParameterizedTest
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everyMajorRunsAndWantsThePassword(int major) {
        TestPostgres server = TestPostgres.major(major);
        String database = server.freshDatabase("of \"odd\" näme?");
        assertThat(server.query(database, "SELECT current_database()")).containsExactly(database);
        assertThat(server.query(database, "SHOW server_version").get(0)).startsWith(major + ".");
        assertThat(server.query(database, "SELECT pg_encoding_to_char(encoding) FROM pg_database"))
                .containsOnly("UTF8");
        assertThatThrownBy(() -> server.connect(database, "postgres", new Secret("wrong")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aConnectionIsToTheDatabaseItNamesWhateverTheName() {
        TestPostgres server = TestPostgres.newest();
        String database = server.freshDatabase("odd \"name\" /?&%+ü");
        assertThat(server.query(database, "SELECT current_database()")).containsExactly(database);
        server.dropDatabase(database);
    }
}
