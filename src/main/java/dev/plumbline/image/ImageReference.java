package dev.plumbline.image;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an image as container engines read it (github.com/distribution/reference): without a registry it is one of docker.io, without a repository's folder one of its
 * {@code library}. {@code tag} and {@code digest} are empty when they were not given.
 */
public record ImageReference(String registry, String repository, String tag, String digest) {
    private static final String DOCKER = "docker.io";
    private static final int MOST = 512;
    private static final int LONGEST_REPOSITORY = 255;
    private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*";
    private static final Pattern REPOSITORY = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*");
    private static final Pattern REGISTRY =
            Pattern.compile("(?:\\[[0-9a-fA-F:.]+]|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*)(?::[0-9]{1,5})?");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern LOOPBACK = Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?");

    /** @throws ProblemException IMG-400 when the text is no name of an image */
    public static ImageReference parse(String text) {
        if (text.length() > MOST) {
            throw invalid(text.substring(0, 40) + "…", "it is longer than " + MOST + " characters.");
        }
        int sign = text.indexOf('@');
        String digest = sign < 0 ? "" : text.substring(sign + 1);
        if (sign >= 0 && !Sha256.isOne(digest)) {
            throw invalid(text, "what follows \"@\" is no digest, which is sha256: and 64 hexadecimal digits.");
        }
        String rest = sign < 0 ? text : text.substring(0, sign);
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        String tag = colon < 0 ? "" : rest.substring(colon + 1);
        if (colon >= 0 && !TAG.matcher(tag).matches()) {
            throw invalid(
                    text,
                    "its tag is none: letters, digits, \"_\", \".\" and \"-\", at most 128, no sign first but \"_\".");
        }
        String name = colon < 0 ? rest : rest.substring(0, colon);
        int slash = name.indexOf('/');
        String head = slash < 0 ? "" : name.substring(0, slash);
        String registry = isRegistry(head) ? head : DOCKER;
        String repository = isRegistry(head) ? name.substring(slash + 1) : name;
        if (!REGISTRY.matcher(registry).matches()) {
            throw invalid(text, "\"" + registry + "\" is no registry, which is a host and perhaps a port.");
        }
        if (!REPOSITORY.matcher(repository).matches() || repository.length() > LONGEST_REPOSITORY) {
            throw invalid(
                    text,
                    "\"" + repository
                            + "\" is no repository: small letters and digits, between them \".\", \"_\", \"-\" and \"/\".");
        }
        if (registry.equals("index.docker.io")) {
            registry = DOCKER;
        }
        boolean official = registry.equals(DOCKER) && !repository.contains("/");
        return new ImageReference(registry, official ? "library/" + repository : repository, tag, digest);
    }

    private static boolean isRegistry(String head) {
        return head.equals("localhost")
                || head.contains(".")
                || head.contains(":")
                || !head.equals(head.toLowerCase(Locale.ROOT));
    }

    private static ProblemException invalid(String text, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "IMG-400",
                "Reading the name of the image",
                "\"" + Visible.text(text) + "\"",
                Visible.text(answer),
                "Write registry.example/team/app:tag or …@sha256:…."));
    }

    /** Where the registry's interface is: that of docker.io lies elsewhere than its name says. */
    String apiHost() {
        return registry.equals(DOCKER) ? "registry-1.docker.io" : registry;
    }

    /** True for a registry of this machine, the only one that is spoken to without TLS unasked. */
    boolean isLoopback() {
        return LOOPBACK.matcher(registry).matches();
    }

    /** The digest where there is one, else the tag, else {@code latest}. */
    String version() {
        return digest.isEmpty() ? tag.isEmpty() ? "latest" : tag : digest;
    }

    /** The same image at this digest. */
    public ImageReference at(String pinned) {
        return new ImageReference(registry, repository, tag, pinned);
    }

    public String shown() {
        String shownTag = tag.isEmpty() ? digest.isEmpty() ? ":latest" : "" : ":" + tag;
        return registry + "/" + repository + shownTag + (digest.isEmpty() ? "" : "@" + digest);
    }
}
