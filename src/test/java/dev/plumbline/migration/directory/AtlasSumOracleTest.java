package dev.plumbline.migration.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.testing.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Directories of real projects with the sums that Atlas wrote. */
class AtlasSumOracleTest {
    @Test
    void everySumIsReproducedByteForByteAndEveryWrongFileNamed() throws IOException {
        Path oracle = Oracles.folder("atlas-sum");
        List<String> wrong = new ArrayList<>();
        int valid = 0;
        int named = 0;
        for (JsonNode one :
                new ObjectMapper().readTree(oracle.resolve("index.json").toFile())) {
            MigrationDirectory directory =
                    MigrationDirectory.read(oracle.resolve(one.get("dir").asText()));
            SumCheck check = SumCheck.of(directory);
            if (one.get("valid").asBoolean()) {
                valid++;
                String text = Files.readString(directory.sum().orElseThrow());
                if (!AtlasSum.of(directory).text().equals(text) || !check.equals(new SumCheck.Matches())) {
                    wrong.add(directory.path() + ": " + check);
                }
            } else if (check instanceof SumCheck.Differs differs
                    && !differs.file().isEmpty()) {
                named++;
                System.out.println("[atlas.sum] " + one.get("dir").asText() + ": " + differs.shown() + " | " + one);
            } else {
                wrong.add(directory.path() + " is not valid and that was not found");
            }
        }
        System.out.println("[atlas.sum] " + valid + " reproduced, " + named + " that do not match named");
        assertThat(wrong).isEmpty();
        assertThat(valid).isGreaterThan(5);
    }
}
