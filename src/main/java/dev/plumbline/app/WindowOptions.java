package dev.plumbline.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code plumbline window} was asked: start the sandbox, play the tour into a folder, print how long opening took, which kubeconfig. */
record WindowOptions(boolean sandbox, Optional<Path> tour, boolean measure, Optional<Path> kubeconfig) {
    static final String USAGE = "usage: plumbline window [--sandbox] [--kubeconfig FILE] [--tour DIR] [--measure]";

    /** @throws IllegalArgumentException with what is wrong */
    static WindowOptions parse(List<String> arguments) {
        boolean sandbox = false;
        boolean measure = false;
        Optional<Path> tour = Optional.empty();
        Optional<Path> kubeconfig = Optional.empty();
        for (int at = 0; at < arguments.size(); at++) {
            switch (arguments.get(at)) {
                case "window" -> {}
                case "--sandbox" -> sandbox = true;
                case "--measure" -> measure = true;
                case "--tour" -> tour = Optional.of(Path.of(value(arguments, ++at)));
                case "--kubeconfig" -> kubeconfig = Optional.of(Path.of(value(arguments, ++at)));
                default -> throw new IllegalArgumentException("unknown option " + arguments.get(at));
            }
        }
        return new WindowOptions(sandbox, tour, measure, kubeconfig);
    }

    private static String value(List<String> arguments, int at) {
        if (at >= arguments.size()) {
            throw new IllegalArgumentException(arguments.get(at - 1) + " needs a value");
        }
        return arguments.get(at);
    }
}
