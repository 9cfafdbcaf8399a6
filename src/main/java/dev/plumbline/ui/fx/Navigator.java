package dev.plumbline.ui.fx;

/** Takes the window somewhere. */
@FunctionalInterface
public interface Navigator {
    void go(Destination destination);
}
