package dev.plumbline.kube.kubeconfig;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Makes the problems of a kubeconfig file: each names the file and, where there is one, the line and column (counted from 1). */
final class Refusal {
    static final String CODE = "KUBECONFIG";
    private static final String NEXT = "Correct the file, or choose another one with --kubeconfig.";

    private Refusal() {}

    static ProblemException of(Path file, String answer, @Nullable Throwable cause) {
        return refused(file.toString(), answer, cause);
    }

    static ProblemException at(Path file, Optional<Mark> mark, String answer) {
        return refused(file + mark.map(Refusal::place).orElse(""), answer, null);
    }

    static ProblemException ofYaml(Path file, YamlEngineException broken) {
        if (broken instanceof MarkedYamlEngineException marked) {
            return refused(
                    file + marked.getProblemMark().map(Refusal::place).orElse(""),
                    "not YAML: " + marked.getProblem(),
                    broken);
        }
        return refused(file.toString(), "not YAML: " + firstLine(broken), broken);
    }

    private static ProblemException refused(String object, String answer, @Nullable Throwable cause) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.INVALID,
                        CODE,
                        "read the kubeconfig",
                        Visible.text(object),
                        Visible.text(answer) + ".",
                        NEXT),
                cause);
    }

    private static String place(Mark mark) {
        return " line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static String firstLine(YamlEngineException broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
