package dev.plumbline.kube.kubeconfig;

import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The first document of a YAML file as a graph of nodes with their places. No object is ever constructed from a tag, and an alias stays one
 * shared node, so neither can be used against the reader.
 */
final class YamlDocument {
    private YamlDocument() {}

    /** @return empty when the file holds no document, or only {@code null} */
    static Optional<YamlMap> read(Path file) {
        LoadSettings settings = settings(file);
        try {
            String text = text(file);
            YamlLimits.check(file, settings, text);
            Iterator<Node> documents =
                    new Compose(settings).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                return Optional.empty();
            }
            return root(file, documents.next());
        } catch (YamlEngineException broken) {
            throw Refusal.ofYaml(file, broken);
        }
    }

    private static Optional<YamlMap> root(Path file, Node node) {
        if (node.getTag().equals(Tag.NULL)) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping));
        }
        throw Refusal.at(file, node.getStartMark(), "expected a mapping, found " + YamlMap.kind(node));
    }

    private static LoadSettings settings(Path file) {
        return LoadSettings.builder()
                .setLabel(file.toString())
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(YamlLimits.MAX_BYTES)
                .build();
    }

    private static String text(Path file) {
        byte[] bytes = bytes(file);
        if (bytes.length > YamlLimits.MAX_BYTES) {
            throw Refusal.of(file, "larger than " + YamlLimits.MAX_BYTES + " bytes, which no kubeconfig is", null);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw Refusal.of(file, "not UTF-8 text", broken);
        }
    }

    private static byte[] bytes(Path file) throws ProblemException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(YamlLimits.MAX_BYTES + 1);
        } catch (IOException unreadable) {
            throw Refusal.of(file, FileTrouble.of(unreadable), unreadable);
        }
    }
}
