package dev.plumbline.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A manifest of an image, or a list of such by platform (OCI image specification 1.1; Docker image manifest version 2, schema 2). */
record ImageManifest(String mediaType, List<Descriptor> layers, List<Descriptor> manifests) {
    static final String ACCEPTED = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    ImageManifest {
        layers = List.copyOf(layers);
        manifests = List.copyOf(manifests);
    }

    /** What a manifest points to. {@code platform} is that of an entry of a list. */
    record Descriptor(String mediaType, String digest, long size, Platform platform) {
        private static Descriptor of(JsonNode node) {
            JsonNode platform = node.path("platform");
            return new Descriptor(
                    node.path("mediaType").asText(),
                    node.path("digest").asText(),
                    node.path("size").asLong(-1),
                    new Platform(
                            platform.path("os").asText(),
                            platform.path("architecture").asText(),
                            platform.path("variant").asText()));
        }
    }

    /** @throws ProblemException IMG-415 for what is no manifest of an image */
    static ImageManifest of(ImageReference image, JsonNode document, String contentType) {
        String mediaType = document.path("mediaType").asText(contentType);
        if (document.path("schemaVersion").asInt() != 2) {
            throw ImageProblem.reading(
                    Problem.Kind.INVALID,
                    "IMG-415",
                    image,
                    "its manifest is of schema version "
                            + document.path("schemaVersion").asText("(none)") + "; only 2 is read.",
                    "Push the image anew with a current tool.");
        }
        if (document.path("manifests").isArray()) {
            return new ImageManifest(mediaType, List.of(), descriptors(image, document.path("manifests")));
        }
        if (!document.path("layers").isArray() || document.path("layers").isEmpty()) {
            throw ImageProblem.reading(
                    Problem.Kind.INVALID, "IMG-415", image, "its manifest names no layers (" + mediaType + ").", "");
        }
        return new ImageManifest(mediaType, descriptors(image, document.path("layers")), List.of());
    }

    private static List<Descriptor> descriptors(ImageReference image, JsonNode array) {
        List<Descriptor> all = new ArrayList<>();
        array.forEach(node -> all.add(Descriptor.of(node)));
        all.stream().filter(each -> !Sha256.isOne(each.digest())).findFirst().ifPresent(odd -> {
            throw ImageProblem.reading(
                    Problem.Kind.INVALID,
                    "IMG-415",
                    image,
                    "its manifest points to \"" + odd.digest() + "\"; only sha256 digests are read.",
                    "");
        });
        return all;
    }

    boolean isList() {
        return !manifests.isEmpty() || layers.isEmpty();
    }

    /** @throws ProblemException IMG-404 when the list has no image for the platform; names those it has */
    Descriptor forPlatform(ImageReference image, Platform asked) {
        return manifests.stream()
                .filter(entry -> entry.platform().fits(asked))
                .findFirst()
                .orElseThrow(() -> ImageProblem.reading(
                        Problem.Kind.NOT_FOUND,
                        "IMG-404",
                        image,
                        "it is not made for " + asked.shown() + "; it is for "
                                + manifests.stream()
                                        .map(entry -> entry.platform().shown())
                                        .filter(platform -> !platform.startsWith("unknown/"))
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "Name one of them with --platform."));
    }
}
