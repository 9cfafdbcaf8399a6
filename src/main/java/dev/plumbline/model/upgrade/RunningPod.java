package dev.plumbline.model.upgrade;

import java.util.List;

/** A pod as far as its images go: containers first, then those that run before them. */
public record RunningPod(String name, String phase, List<Container> containers) {
    public RunningPod {
        containers = List.copyOf(containers);
    }

    public record Container(String name, String image, boolean init) {}
}
